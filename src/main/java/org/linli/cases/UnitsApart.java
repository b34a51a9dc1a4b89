package org.linli.cases;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Place;

/// Tells a stairwell, a cellar or a lift from that of the next unit (单元) of the building, and what is wrong in one flat
/// from what is in another: pure.
record UnitsApart(CommunityMap map) {

    private static final Pattern LEAK = Pattern.compile("漏|渗|滴|返水|堵|马桶|发霉|潮");
    private static final Pattern NO_WATER = Pattern.compile("[停断没]了?水|水(?:又|都)?(?:停|断)了|不(?:出|来)水|水压");

    /// Without those that are known to be in another unit or flat, or not known to be in the same, where that makes a
    /// difference.
    List<Case> notElsewhere(Problem problem, Neighbour reporter, List<Case> cases) {
        return cases.stream().filter(it -> !isElsewhere(problem, reporter, it)).toList();
    }

    /// Whether a case that somebody speaks of is not what they have.
    boolean isElsewhere(Problem problem, Neighbour reporter, Case known) {
        boolean isInside = InsideAFlat.is(problem) || InsideAFlat.is(known.problem());
        return isInside ? !isOneFlat(problem, reporter, known) : areApart(problem, known.problem());
    }

    /// In a group nobody says which flat it is: whoever tells it again has one.
    private boolean isOneFlat(Problem problem, Neighbour reporter, Case known) {
        var here = flat(problem);
        var there = flat(known.problem());
        return here.isPresent() && there.isPresent()
                ? here.equals(there)
                : known.reporter().isSameAs(reporter);
    }

    /// Those that may be the same for somebody who judges: of two flats that are known, what is inside is not.
    List<Case> mayBeSame(Problem problem, List<Case> cases) {
        return cases.stream()
                .filter(it -> !InsideAFlat.is(problem)
                        || !InsideAFlat.is(it.problem())
                        || !differ(flat(problem), flat(it.problem())))
                .toList();
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
