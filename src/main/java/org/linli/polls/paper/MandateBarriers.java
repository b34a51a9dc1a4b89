package org.linli.polls.paper;

import java.time.Clock;
import org.linli.polls.BallotBox;
import org.linli.polls.CastBallot;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.paper.Decided.Outcome;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is in the way of a mandate: nobody gives more than two voices of others, and a voice that was given is not
/// given away.
@Component
class MandateBarriers {

    private static final int MOST_HELD = 2;

    private final CastBallot cast;
    private final BallotBox box;
    private final Mandates mandates;
    private final Clock clock;

    MandateBarriers(CastBallot cast, BallotBox box, Mandates mandates, Clock clock) {
        this.cast = cast;
        this.box = box;
        this.mandates = mandates;
        this.clock = clock;
    }

    /// Empty where nothing is in the way.
    Mono<Outcome> of(Poll poll, Voter voter, String agent) {
        if (!poll.takesBallots(clock.instant())) {
            return Mono.just(Outcome.CLOSED);
        }
        return Mono.zip(
                        cast.admits(poll, voter),
                        box.hasVoted(poll, voter.id()),
                        mandates.held(poll, voter.id()).hasElement(),
                        mandates.heldBy(poll, agent))
                .flatMap(it -> {
                    if (!it.getT1()) {
                        return Mono.just(Outcome.NOT_REGISTERED);
                    }
                    if (it.getT2()) {
                        return Mono.just(Outcome.VOTED_BEFORE);
                    }
                    if (it.getT3()) {
                        return Mono.just(Outcome.GIVEN_BEFORE);
                    }
                    return it.getT4() >= MOST_HELD ? Mono.just(Outcome.TOO_MANY) : Mono.empty();
                });
    }
}
