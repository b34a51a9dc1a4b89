package org.linli.polls.owners;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.community.Communities;
import org.linli.platform.database.Effect;
import org.linli.polls.CountsClosed;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.ballots.Marks;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Counts a vote of owners by heads and area, and tells whether both majorities are reached.
@Component
class CountOwners implements CountsClosed {

    private final ReadMeter meters;
    private final Communities communities;
    private final PollLetters letters;
    private final Clock clock;

    CountOwners(ReadMeter meters, Communities communities, PollLetters letters, Clock clock) {
        this.meters = meters;
        this.communities = communities;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public boolean counts(Poll poll) {
        return poll.isDecidedByOwners();
    }

    @Override
    public Mono<List<Effect>> of(Poll poll, Map<Marks, Integer> ballots) {
        return Mono.zip(meters.of(poll), communities.map(poll.community())).map(found -> {
            List<Effect> all = new ArrayList<>(letters.ownersDecided(poll, facts(found.getT1()), found.getT2()));
            all.add(new OwnersCounted(poll, found.getT1(), clock.instant()));
            return all;
        });
    }

    private static Map<String, String> facts(Meter it) {
        return Map.of(
                "majority", it.majority().name(),
                "quorum", it.hasQuorum() ? "yes" : "no",
                "agreed", it.isAgreed() ? "yes" : "no",
                "heads", String.valueOf(it.all().heads()),
                "area", Areas.text(it.all().area()),
                "tookHeads", String.valueOf(it.took().heads()),
                "tookArea", Areas.text(it.took().area()),
                "agreeHeads", String.valueOf(it.agree().heads()),
                "agreeArea", Areas.text(it.agree().area()));
    }
}
