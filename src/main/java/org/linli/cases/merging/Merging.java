package org.linli.cases.merging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.cases.Neighbour;
import org.linli.cases.State;

/// Whether one case may rest in another, and who goes over: pure.
///
/// What residents were promised is kept: the case that goes on is never promised later than the one that rests, and a
/// case with a promise in staff's own words rests in none.
///
/// @param source     the one that would rest
/// @param target     the one that would go on
/// @param hasPromise whether staff has promised a time for the source that is still to be kept
record Merging(CaseFile source, CaseFile target, boolean hasPromise) {

    Optional<Refusal> refusal() {
        if (source.it().number().equals(target.it().number())) {
            return Optional.of(Refusal.SAME_CASE);
        }
        if (isMerged(source) || isMerged(target)) {
            return Optional.of(Refusal.MERGED_ALREADY);
        }
        if (!source.it().isOpen() || !target.it().isOpen()) {
            return Optional.of(Refusal.OVER);
        }
        if (hasPromise) {
            return Optional.of(Refusal.TWO_PROMISES);
        }
        return promised(source.it()).isBefore(promised(target.it()))
                ? Optional.of(Refusal.LATER_PROMISE)
                : Optional.empty();
    }

    private static boolean isMerged(CaseFile file) {
        return file.it().state() == State.MERGED;
    }

    /// While the resident has to say something, nothing is promised.
    private static Instant promised(Case it) {
        return it.state() == State.WAITING ? Instant.MAX : it.care().dueAt();
    }

    /// Those who wait for the source and have not said the same to the target; each person once.
    List<Neighbour> goingOver() {
        return newTo(target.residents().toList(), source.waiting());
    }

    /// Of these people the ones whom nobody in `known` is the same as, nor anybody before them.
    static List<Neighbour> newTo(List<Neighbour> known, Stream<Neighbour> people) {
        var all = new ArrayList<>(known);
        people.filter(it -> all.stream().noneMatch(it::isSameAs)).forEach(all::add);
        return List.copyOf(all.subList(known.size(), all.size()));
    }
}
