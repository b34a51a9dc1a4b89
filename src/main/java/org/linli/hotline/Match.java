package org.linli.hotline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.cases.Case;
import org.linli.understanding.Likeness;

/// A case that may be the one an order is about: pure. Staff has the last word.
///
/// @param signs why we think so
public record Match(Case it, Set<Sign> signs) {

    private static final int ENOUGH = 6;
    private static final Duration CLOSE = Duration.ofDays(2);
    private static final double ALIKE = 0.6;

    /// What both have in common, with how much it counts. The same telephone and the same place are each nearly enough;
    /// words alone never are.
    public enum Sign {
        PHONE(5),
        PLACE(4),
        LABEL(3),
        WORDS(3),
        TIME(1);

        private final int weight;

        Sign(int weight) {
            this.weight = weight;
        }
    }

    /// What is known of an order beside its own words.
    ///
    /// @param spot      the building or spot it is about; empty where that was not understood
    /// @param label     what its words were taken for
    /// @param ofPhone   numbers of cases that were entered for somebody with its telephone
    public record Clues(WorkOrder order, String spot, String label, Collection<String> ofPhone) {}

    public Match {
        signs = Set.copyOf(signs);
    }

    /// The likeliest. Empty where none is likely enough.
    public static Optional<Match> best(Clues clues, List<Case> cases) {
        return cases.stream()
                .map(it -> new Match(it, signs(clues, it)))
                .filter(it -> it.weight() >= ENOUGH)
                .max(Comparator.comparingInt(Match::weight)
                        .thenComparing(Comparator.comparing(
                                        (Match it) -> it.apart(clues.order().receivedAt()))
                                .reversed())
                        .thenComparing(it -> it.it().number(), Comparator.reverseOrder()));
    }

    private static Set<Sign> signs(Clues clues, Case it) {
        var signs = new ArrayList<Sign>();
        var problem = it.problem();
        if (clues.ofPhone().contains(it.number())) {
            signs.add(Sign.PHONE);
        }
        if (!clues.spot().isEmpty() && clues.spot().equals(problem.spot())) {
            signs.add(Sign.PLACE);
        }
        if (clues.label().equals(problem.label())) {
            signs.add(Sign.LABEL);
        }
        if (Likeness.of(clues.order().words(), problem.words()).probability() >= ALIKE) {
            signs.add(Sign.WORDS);
        }
        if (Duration.between(it.openedAt(), clues.order().receivedAt()).abs().compareTo(CLOSE) <= 0) {
            signs.add(Sign.TIME);
        }
        return signs.isEmpty() ? Set.of() : EnumSet.copyOf(signs);
    }

    private Duration apart(Instant receivedAt) {
        return Duration.between(it.openedAt(), receivedAt).abs();
    }

    int weight() {
        return signs.stream().mapToInt(sign -> sign.weight).sum();
    }
}
