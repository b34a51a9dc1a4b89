package org.linli.administration;

import java.util.List;
import java.util.stream.Stream;
import org.linli.community.CommunityMap;
import org.linli.community.Place;

/// A place as one line of the tree. Units and rooms are counted at their building instead of shown.
///
/// @param depth how far it is set in, from 0
/// @param rooms below it
record PlaceLine(String id, String name, Place.Kind kind, int depth, long rooms) {

    /// Each below its parent, in the order of the import.
    static List<PlaceLine> all(CommunityMap map) {
        return map.places().stream()
                .filter(it -> it.parent() == null)
                .flatMap(it -> below(it, 0, map))
                .toList();
    }

    private static Stream<PlaceLine> below(Place place, int depth, CommunityMap map) {
        return Stream.concat(
                Stream.of(of(place, depth, map)),
                map.children(place).stream()
                        .filter(it -> it.kind() != Place.Kind.UNIT && it.kind() != Place.Kind.ROOM)
                        .flatMap(it -> below(it, depth + 1, map)));
    }

    private static PlaceLine of(Place place, int depth, CommunityMap map) {
        long rooms = place.kind() == Place.Kind.BUILDING
                ? map.within(place).stream()
                        .filter(map::isOpen)
                        .filter(it -> it.kind() == Place.Kind.ROOM)
                        .count()
                : 0;
        return new PlaceLine(place.id(), place.name(), place.kind(), depth, rooms);
    }
}
