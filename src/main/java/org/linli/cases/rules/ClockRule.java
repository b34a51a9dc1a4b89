package org.linli.cases.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.cases.Priority;
import org.linli.cases.State;
import org.linli.cases.worktime.Span;

/// How long something may take: begins when a case comes into one of these states, ends when it leaves them.
///
/// @param name   like `solve`, which is the time promised to residents, or `accept`
/// @param in     in which states it runs
/// @param within by pattern of labels; the most exact one counts, and `*` is always there
/// @param sooner the same for what is pressing; what is not named there takes no less time for it
public record ClockRule(String name, Set<State> in, Map<String, Span> within, Map<Priority, Map<String, Span>> sooner) {

    /// The clock whose end is told to residents.
    public static final String SOLVE = "solve";

    public ClockRule {
        in = Set.copyOf(in);
        within = Map.copyOf(within);
        sooner = Map.copyOf(sooner);
    }

    /// All that hold for a case as pressing as that, of which the first to end counts; never empty.
    public List<Span> within(String label, Priority priority) {
        var ordinary = named(within, label)
                .orElseThrow(() -> new IllegalStateException("clock '%s' names no time for %s".formatted(name, label)));
        return Stream.concat(Stream.of(ordinary), sooner(label, priority)).toList();
    }

    private Stream<Span> sooner(String label, Priority priority) {
        return sooner.entrySet().stream()
                .filter(it -> !it.getKey().isAbove(priority))
                .flatMap(it -> named(it.getValue(), label).stream());
    }

    private static Optional<Span> named(Map<String, Span> times, String label) {
        return times.entrySet().stream()
                .filter(it -> LabelPattern.matches(it.getKey(), label))
                .max(Comparator.comparingInt(it -> LabelPattern.weight(it.getKey())))
                .map(Entry::getValue);
    }
}
