package org.linli.cases;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.linli.cases.worktime.Span;

/// How long something may take: begins when a case comes into one of these states, ends when it leaves them.
///
/// @param name   like `solve`, which is the time promised to residents, or `accept`
/// @param in     in which states it runs
/// @param within by pattern of labels; the most exact one counts, and `*` is always there
record ClockRule(String name, Set<State> in, Map<String, Span> within) {

    /// The clock whose end is told to residents.
    static final String SOLVE = "solve";

    ClockRule {
        in = Set.copyOf(in);
        within = Map.copyOf(within);
    }

    Span within(String label) {
        return within.entrySet().stream()
                .filter(it -> LabelPattern.matches(it.getKey(), label))
                .max(Comparator.comparingInt(it -> LabelPattern.weight(it.getKey())))
                .orElseThrow(() -> new IllegalStateException("clock '%s' names no time for %s".formatted(name, label)))
                .getValue();
    }
}
