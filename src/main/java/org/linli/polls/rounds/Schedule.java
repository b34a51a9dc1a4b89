package org.linli.polls.rounds;

import java.time.Instant;
import java.util.Optional;

/// When the phases of a round end: declared before it opens and never changed.
///
/// @param opened      when it was made public
/// @param collectFrom until then it is announced only
/// @param voteFrom    until then proposals are reviewed
/// @param objectUntil so long the result may be objected to
public record Schedule(
        Instant opened,
        Instant collectFrom,
        Instant collectUntil,
        Instant voteFrom,
        Instant voteUntil,
        Instant objectUntil) {

    /// The date that does not come after the one before it. Its name is a key of what people are told.
    public enum Fault {
        COLLECT_FROM,
        COLLECT_UNTIL,
        VOTE_FROM,
        VOTE_UNTIL,
        OBJECT_UNTIL
    }

    /// Collects from its opening on.
    public Schedule(Instant opened, Instant collectUntil, Instant voteFrom, Instant voteUntil, Instant objectUntil) {
        this(opened, opened, collectUntil, voteFrom, voteUntil, objectUntil);
    }

    /// Empty where they follow each other.
    public Optional<Fault> fault() {
        if (collectFrom.isBefore(opened)) {
            return Optional.of(Fault.COLLECT_FROM);
        }
        if (!collectUntil.isAfter(collectFrom)) {
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

    /// Whether it is announced some time before anything is collected.
    public boolean isAnnounced() {
        return collectFrom.isAfter(opened);
    }
}
