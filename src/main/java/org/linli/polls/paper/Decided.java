package org.linli.polls.paper;

import java.util.List;
import org.linli.platform.database.Effect;
import reactor.core.publisher.Mono;

/// What becomes of a wish to let somebody vote, or of an answer to it.
///
/// @param effects have to be committed
public record Decided(Outcome outcome, List<Effect> effects) {

    /// What becomes of it. Its name is a key of what people are told.
    public enum Outcome {
        /// Repeated to the voter, who has to confirm.
        NAMED,
        /// The agent is asked.
        OFFERED,
        ACCEPTED,
        REFUSED,
        REVOKED,
        /// There is nothing to confirm, accept or take back.
        NOTHING,
        CLOSED,
        NOT_REGISTERED,
        VOTED_BEFORE,
        GIVEN_BEFORE,
        /// The agent has voted by it: the voter may still vote, the last counts.
        USED,
        TOO_MANY,
        SAME,
        UNREACHED
    }

    public Decided {
        effects = List.copyOf(effects);
    }

    /// Nothing has to be committed.
    static Decided only(Outcome outcome) {
        return new Decided(outcome, List.of());
    }

    static Mono<Decided> just(Outcome outcome) {
        return Mono.just(only(outcome));
    }
}
