package org.linli.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Place;

/// Tells a stairwell, a cellar or a lift from that of the next unit (单元) of the building: pure.
record UnitsApart(CommunityMap map) {

    /// Without those that are known to be in another unit, where that makes a difference.
    List<Case> notElsewhere(Problem problem, List<Case> cases) {
        var here = unitOf(problem.place());
        return Similar.isOfTheBuilding(problem.label()) || here.isEmpty()
                ? cases
                : cases.stream()
                        .filter(it -> unitOf(it.problem().place())
                                .filter(there -> !there.equals(here.get()))
                                .isEmpty())
                        .toList();
    }

    private Optional<Place> unitOf(@Nullable String place) {
        return Optional.ofNullable(place)
                .flatMap(map::place)
                .flatMap(it -> map.path(it).stream()
                        .filter(up -> up.kind() == Place.Kind.UNIT)
                        .findFirst());
    }
}
