package org.linli.polls.log;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// Numbers by building, age or the like, of which small ones are hidden, also from whoever subtracts the shown ones
/// from the sum.
///
/// @param shown in the order given; empty where hidden
public record Breakdown(SequencedMap<String, OptionalLong> shown) {

    /// Fewer people than that are not told apart.
    public static final long FEWEST = 5;

    /// What is hidden together counts at least [#FEWEST] people and at least two groups, unless there are not as
    /// many.
    public static Breakdown of(Map<String, Long> counts) {
        var shown = new LinkedHashMap<String, OptionalLong>();
        counts.forEach((group, count) -> shown.put(group, OptionalLong.of(count)));
        int hidden = 0;
        long people = 0;
        var smallestFirst = counts.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()));
        for (var it : smallestFirst.toList()) {
            boolean betrayed = hidden > 0 && (hidden < 2 || people < FEWEST);
            if (it.getValue() < FEWEST || betrayed) {
                shown.put(it.getKey(), OptionalLong.empty());
                hidden++;
                people += it.getValue();
            }
        }
        return new Breakdown(shown);
    }
}
