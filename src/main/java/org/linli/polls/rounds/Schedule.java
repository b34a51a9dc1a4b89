package org.linli.polls.rounds;

import java.time.Instant;
import java.util.Optional;

/// When the phases of a round end: declared before it opens and never changed.
///
/// @param voteFrom    until then proposals are reviewed
/// @param objectUntil so long the result may be objected to
public record Schedule(Instant opened, Instant collectUntil, Instant voteFrom, Instant voteUntil, Instant objectUntil) {

    /// The date that does not come after the one before it. Its name is a key of what people are told.
    public enum Fault {
        COLLECT_UNTIL,
        VOTE_FROM,
        VOTE_UNTIL,
        OBJECT_UNTIL
    }

    /// Empty where they follow each other.
    public Optional<Fault> fault() {
        if (!collectUntil.isAfter(opened)) {
            return Optional.of(Fault.COLLECT_UNTIL);
        }
        if (voteFrom.isBefore(collectUntil)) {
            return Optional.of(Fault.VOTE_FROM);
        }
        if (!voteUntil.isAfter(voteFrom)) {
            return Optional.of(Fault.VOTE_UNTIL);
        }
        return objectUntil.isAfter(voteUntil) ? Optional.empty() : Optional.of(Fault.OBJECT_UNTIL);
    }
}
