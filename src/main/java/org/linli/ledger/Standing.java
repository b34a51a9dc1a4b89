package org.linli.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Act;
import org.linli.channels.Allowance.Window;
import org.linli.platform.database.CommunityId;

/// What a person has done so far, and which ways a platform has closed to them.
///
/// @param acts when each was done last
record Standing(Map<Act, Instant> acts, List<Closing> closings) {

    /// @param way   a [org.linli.channels.Way#id]
    /// @param until `null`: until the person acts
    record Closing(String way, Instant since, @Nullable Instant until) {}

    /// The windows that stand open, the one that closes first in front: what lasts is kept for later.
    List<Slot> open(CommunityId community, Window window, Instant now) {
        return window.openings().stream()
                .flatMap(opening -> Stream.ofNullable(acts.get(opening.act()))
                        .filter(opened -> !hasLeftSince(opened))
                        .map(opened -> Slot.of(community, window, opening, opened)))
                .filter(slot -> now.isBefore(slot.until()))
                .sorted(Comparator.comparing(Slot::until))
                .toList();
    }

    /// Why the way is closed; empty when the platform has not closed it, or not any more.
    Optional<Leave> closed(String way, Instant now) {
        return closings.stream()
                .filter(it -> it.way().equals(way))
                .<Leave>flatMap(it -> closed(it, now).stream())
                .findFirst();
    }

    private Optional<Leave> closed(Closing closing, Instant now) {
        if (closing.until() == null) {
            return hasActedSince(closing.since()) ? Optional.empty() : Optional.of(new Leave.AfterAnAct());
        }
        return now.isBefore(closing.until()) ? Optional.of(new Leave.NotBefore(closing.until())) : Optional.empty();
    }

    private boolean hasActedSince(Instant time) {
        return acts.entrySet().stream()
                .anyMatch(act -> act.getKey() != Act.LEAVE && !act.getValue().isBefore(time));
    }

    /// Also with the same time: a platform's clock has seconds.
    private boolean hasLeftSince(Instant time) {
        Instant left = acts.get(Act.LEAVE);
        return left != null && !left.isBefore(time);
    }
}
