package org.linli.administration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// A way of sending in the order in which they are tried, as the page shows it.
///
/// @param way     a [org.linli.channels.Way#id]
/// @param earlier the whole order with this way one place further in front, separated by spaces; empty for the first
/// @param later   the same with this way one place further behind; empty for the last
record WayLine(String way, String earlier, String later) {

    static List<WayLine> all(List<String> order) {
        return IntStream.range(0, order.size())
                .mapToObj(at -> new WayLine(order.get(at), swapped(order, at - 1), swapped(order, at)))
                .toList();
    }

    /// With the ways at this place and at the next in each other's place.
    private static String swapped(List<String> order, int at) {
        if (at < 0 || at + 1 >= order.size()) {
            return "";
        }
        var changed = new ArrayList<>(order);
        Collections.swap(changed, at, at + 1);
        return String.join(" ", changed);
    }
}
