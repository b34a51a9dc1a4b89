package org.linli.polls.web;

import java.time.Clock;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.polls.BallotBox;
import org.linli.polls.Electorate;
import org.linli.polls.Poll;
import org.linli.polls.Tally;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts polls on a page.
@Component
class ShowPolls {

    private final BallotBox box;
    private final Communities communities;
    private final CaseWords words;
    private final Clock clock;

    ShowPolls(BallotBox box, Communities communities, CaseWords words, Clock clock) {
        this.box = box;
        this.communities = communities;
        this.words = words;
        this.clock = clock;
    }

    Mono<PollView> view(Poll poll) {
        return Mono.zip(communities.map(poll.community()), box.ballots(poll), box.turnout(poll))
                .map(found -> PollView.of(
                        poll,
                        Tally.of(poll.paper(), found.getT2()),
                        found.getT3(),
                        where(poll.electorate(), found.getT1()),
                        new SpokenTime(words, clock.instant())));
    }

    private static String where(Electorate electorate, CommunityMap map) {
        return map.group(electorate.group())
                .map(it -> it.name())
                .or(() -> map.place(electorate.place()).map(map::display))
                .orElse("");
    }
}
