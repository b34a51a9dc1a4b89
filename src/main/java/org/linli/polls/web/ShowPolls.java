package org.linli.polls.web;

import java.time.Clock;
import java.util.Optional;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.polls.BallotBox;
import org.linli.polls.Electorate;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.Poll;
import org.linli.polls.Tally;
import org.linli.polls.owners.ReadMeter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts polls on a page.
@Component
class ShowPolls {

    private final BallotBox box;
    private final ReadMeter meters;
    private final Communities communities;
    private final CaseWords words;
    private final Clock clock;

    ShowPolls(BallotBox box, ReadMeter meters, Communities communities, CaseWords words, Clock clock) {
        this.box = box;
        this.meters = meters;
        this.communities = communities;
        this.words = words;
        this.clock = clock;
    }

    Mono<PollView> view(Poll poll) {
        return Mono.zip(communities.map(poll.community()), box.ballots(poll), box.turnout(poll), meter(poll))
                .map(found -> PollView.of(
                        poll,
                        Tally.of(poll.paper(), found.getT2()),
                        found.getT3(),
                        where(poll.electorate(), found.getT1()),
                        new SpokenTime(words, clock.instant()),
                        found.getT4().orElse(null)));
    }

    private Mono<Optional<MeterView>> meter(Poll poll) {
        return poll.electorate().voice() == Voice.OWNER
                ? meters.of(poll)
                        .map(it -> Optional.of(MeterView.of(it, !poll.isOpen())))
                        .defaultIfEmpty(Optional.empty())
                : Mono.just(Optional.empty());
    }

    private static String where(Electorate electorate, CommunityMap map) {
        return map.group(electorate.group())
                .map(it -> it.name())
                .or(() -> map.place(electorate.place()).map(map::display))
                .orElse("");
    }
}
