package org.linli.notices.knowing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.notices.sending.Fate;

/// To whose door somebody has to go, in the order in which one climbs the stairs: pure.
///
/// @param stairs each with its doors, in the order of the map; at the end those of whom no home is known
/// @param left   how many people still have to be told
public record VisitList(List<Stairs> stairs, long left) {

    /// @param name like `阳光里 3栋2单元`; empty where no home is known
    public record Stairs(String name, List<Door> doors) {}

    /// @param room  as it stands at the door; the whole place where no room is known
    /// @param visit what came of the last visit; `null` before the first
    public record Door(String who, String room, String name, Fate fate, Visited.@Nullable Outcome visit) {

        public boolean isDone() {
            return fate == Fate.VISITED || fate == Fate.CONFIRMED;
        }

        @Override
        public String toString() {
            return "Door[" + who + "]";
        }
    }

    /// @param home empty where none is known
    record Missed(String who, String home, Fate fate, Visited.@Nullable Outcome visit) {}

    /// @param names of residents, by id
    static VisitList of(List<Missed> missed, Map<String, String> names, CommunityMap map) {
        var stairs = inOrder(missed, map).stream()
                .collect(Collectors.groupingBy(it -> stairs(it.home(), map), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(it -> new Stairs(it.getKey(), doors(it.getValue(), names, map)))
                .toList();
        long left = stairs.stream()
                .flatMap(it -> it.doors().stream())
                .filter(it -> !it.isDone())
                .count();
        return new VisitList(stairs, left);
    }

    private static List<Missed> inOrder(List<Missed> missed, CommunityMap map) {
        var order = new LinkedHashMap<String, Integer>();
        map.places().forEach(it -> order.put(it.id(), order.size()));
        return missed.stream()
                .sorted(Comparator.comparing((Missed it) -> order.getOrDefault(it.home(), Integer.MAX_VALUE))
                        .thenComparing(Missed::who))
                .toList();
    }

    /// What one goes through to that door; the building itself where there is but one.
    private static String stairs(String home, CommunityMap map) {
        return map.place(home)
                .map(it -> map.path(it).stream()
                        .filter(place -> place.kind() != Place.Kind.ROOM)
                        .findFirst()
                        .orElse(it))
                .map(map::display)
                .orElse("");
    }

    private static List<Door> doors(List<Missed> missed, Map<String, String> names, CommunityMap map) {
        return missed.stream().map(it -> door(it, names, map)).toList();
    }

    private static Door door(Missed it, Map<String, String> names, CommunityMap map) {
        String room = map.place(it.home())
                .map(place -> place.kind() == Place.Kind.ROOM ? place.name() : map.display(place))
                .orElse("");
        return new Door(it.who(), room, names.getOrDefault(it.who(), ""), it.fate(), it.visit());
    }
}
