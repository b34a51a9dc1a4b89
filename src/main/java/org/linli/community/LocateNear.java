package org.linli.community;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what lies next to a spot on the map: a building, or a named spot like a gate.
record LocateNear(Places places) {

    /// Whoever is farther away from everything is not in the community.
    static final double FARTHEST_METERS = 150;

    /// Telephones err by this much between houses; what is not clearly nearer is asked about.
    static final double CLEARLY_NEARER_METERS = 25;

    private record Near(Place place, double meters) {}

    /// [Located.Ambiguous] names the nearest two, the nearer one first; [Located.NothingSaid] where nothing is near, or
    /// nobody has said where the buildings are.
    Located locate(Coordinates here) {
        var near = places.all().stream()
                .filter(it -> it.kind() == Place.Kind.BUILDING || it.kind() == Place.Kind.SPOT)
                .flatMap(it -> near(it, it.at(), here))
                .filter(it -> it.meters <= FARTHEST_METERS)
                .sorted(Comparator.comparingDouble(Near::meters))
                .limit(2)
                .toList();
        if (near.isEmpty()) {
            return new Located.NothingSaid();
        }
        boolean clear = near.size() == 1 || near.get(1).meters - near.get(0).meters >= CLEARLY_NEARER_METERS;
        return clear
                ? new Located.Found(near.getFirst().place, "")
                : new Located.Ambiguous(List.of(near.get(0).place, near.get(1).place));
    }

    private static Stream<Near> near(Place place, @Nullable Coordinates at, Coordinates here) {
        return at == null ? Stream.empty() : Stream.of(new Near(place, at.metersTo(here)));
    }
}
