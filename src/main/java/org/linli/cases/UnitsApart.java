package org.linli.cases;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Place;

/// Tells a stairwell, a cellar or a lift from that of the next unit (单元) of the building, and a leak in one flat from
/// that in another: pure.
record UnitsApart(CommunityMap map) {

    private static final Pattern LEAK = Pattern.compile("漏|渗|滴|返水|堵|马桶|发霉|潮");
    private static final Pattern NO_WATER = Pattern.compile("[停断没]了?水|水(?:又|都)?(?:停|断)了|不(?:出|来)水|水压");

    /// Without those that are known to be in another unit, where that makes a difference.
    List<Case> notElsewhere(Problem problem, List<Case> cases) {
        return cases.stream().filter(it -> !areApart(problem, it.problem())).toList();
    }

    private boolean areApart(Problem one, Problem other) {
        return Similar.isOfTheBuilding(one.label())
                ? isLeak(one, other) && differ(flat(one), flat(other))
                : differ(unit(one), unit(other));
    }

    /// No water is one problem of all; what drips is one of each flat.
    private static boolean isLeak(Problem one, Problem other) {
        return one.label().equals("report.water")
                && Stream.of(one, other).map(Problem::words).noneMatch(NO_WATER.asPredicate())
                && Stream.of(one, other).map(Problem::words).anyMatch(LEAK.asPredicate());
    }

    private static boolean differ(Optional<Place> one, Optional<Place> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    private Optional<Place> unit(Problem problem) {
        return up(problem.place(), Place.Kind.UNIT);
    }

    private Optional<Place> flat(Problem problem) {
        return up(problem.place(), Place.Kind.ROOM);
    }

    private Optional<Place> up(@Nullable String place, Place.Kind kind) {
        return Optional.ofNullable(place)
                .flatMap(map::place)
                .flatMap(it ->
                        map.path(it).stream().filter(up -> up.kind() == kind).findFirst());
    }
}
