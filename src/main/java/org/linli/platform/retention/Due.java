package org.linli.platform.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Whose data end, and when: of these communities, or of all but these.
///
/// @param before what is older is forgotten
/// @param these  whether it is of these communities, otherwise of all others
record Due(Instant before, List<String> communities, boolean these) {

    Due {
        communities = communities.stream().sorted().toList();
    }

    /// One for everybody who keeps it as long as usual, one for each other number of days that was chosen.
    ///
    /// @param chosen by number of days
    /// @param ago    the moment so many days ago
    static List<Due> all(Period period, Map<Integer, ? extends Collection<String>> chosen, IntFunction<Instant> ago) {
        var choosers = chosen.values().stream().flatMap(Collection::stream).toList();
        return Stream.concat(
                        Stream.of(new Due(ago.apply(period.usual()), choosers, false)),
                        chosen.entrySet().stream()
                                .map(it -> new Due(ago.apply(it.getKey()), List.copyOf(it.getValue()), true)))
                .toList();
    }

    /// Of all.
    static Due everywhere(Instant before) {
        return new Due(before, List.of(), false);
    }
}
