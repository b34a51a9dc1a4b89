package org.linli.polls.chat;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.dialogue.Speaker;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Round;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Which round concerns whoever talks.
@Component
class RoundHere {

    private final FindRounds rounds;
    private final Communities communities;

    RoundHere(FindRounds rounds, Communities communities) {
        this.rounds = rounds;
        this.communities = communities;
    }

    /// The latest in this phase where they live, or where the group is. Empty where there is none.
    Mono<Round> in(Phase phase, Speaker speaker) {
        return that(speaker, round -> round.phase() == phase);
    }

    Mono<Round> that(Speaker speaker, Predicate<Round> wanted) {
        return communities
                .map(speaker.community())
                .flatMap(map -> rounds.latest(speaker.community())
                        .filter(round -> wanted.test(round) && concerns(round, speaker, map))
                        .next());
    }

    /// As a voter is called.
    static String voter(Speaker speaker) {
        var resident = speaker.resident();
        return resident == null ? "address:" + speaker.address().text() : "resident:" + resident.id();
    }

    /// Whose home nobody knows is believed for what leads to no ballot.
    private static boolean concerns(Round round, Speaker speaker, CommunityMap map) {
        String where = where(speaker);
        return where == null
                || map.place(where)
                        .filter(it -> map.isWithin(it, round.place()))
                        .isPresent();
    }

    private static @Nullable String where(Speaker speaker) {
        var group = speaker.group();
        var resident = speaker.resident();
        return resident != null && resident.home() != null ? resident.home() : group == null ? null : group.place();
    }
}
