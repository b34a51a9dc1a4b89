package org.linli.polls.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.polls.counting.Election;
import org.linli.polls.files.Sections.Row;

/// What a Pabulib file says of money by category or area, and of projects that exclude each other.
///
/// @param projects rows of the file
record Limits(List<Row> projects, Map<String, String> meta) {

    private static final String CATEGORY = "budget_per_category";
    private static final String AREA = "budget_per_neighborhood";

    /// How much money is said to be allowed anywhere.
    Stream<String> amounts() {
        return Stream.of(CATEGORY, AREA).flatMap(this::amounts);
    }

    private Stream<String> amounts(String key) {
        return Pabulib.list(meta.getOrDefault(key, ""));
    }

    Election.Limits read(ToLongFunction<String> money) {
        var caps = new ArrayList<>(caps("categories", CATEGORY, "category", money));
        caps.addAll(caps("neighborhoods", AREA, "neighborhood", money));
        return new Election.Limits(caps, exclusive());
    }

    /// The one key names them, the other says how much each may take, in the same order.
    private List<Election.Cap> caps(String names, String amounts, String column, ToLongFunction<String> money) {
        var named = Pabulib.list(meta.getOrDefault(names, "")).toList();
        var most = amounts(amounts).toList();
        if (!named.isEmpty() && !most.isEmpty() && named.size() != most.size()) {
            throw new BrokenElection("%d %s and %d amounts in %s".formatted(named.size(), names, most.size(), amounts));
        }
        return IntStream.range(0, Math.min(named.size(), most.size()))
                .mapToObj(it -> new Election.Cap(those(column, named.get(it)), money.applyAsLong(most.get(it))))
                .toList();
    }

    /// A column of ours: projects with a group in common exclude each other.
    private List<Set<Integer>> exclusive() {
        var groups = projects.stream()
                .flatMap(it -> Pabulib.list(it.get("exclusion_group")))
                .collect(Collectors.toMap(
                        it -> it, it -> those("exclusion_group", it), (one, _) -> one, LinkedHashMap::new));
        return List.copyOf(groups.values());
    }

    private Set<Integer> those(String column, String name) {
        return IntStream.range(0, projects.size())
                .filter(it -> Pabulib.list(projects.get(it).get(column)).anyMatch(name::equals))
                .boxed()
                .collect(Collectors.toSet());
    }
}
