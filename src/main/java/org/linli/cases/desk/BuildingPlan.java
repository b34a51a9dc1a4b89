package org.linli.cases.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.linli.cases.Case;
import org.linli.community.CommunityMap;
import org.linli.community.Place;

/// A building as one stands before it: floors above each other, units side by side, and what is open there: pure.
///
/// @param units  from the left
/// @param floors the highest first; the last one is [#STAIRS]
/// @param whole  what concerns the building as a whole, or a place in it that is not known
public record BuildingPlan(List<Place> units, List<Floor> floors, List<Case> whole) {

    /// Below the floors: what concerns a unit's stairs and pipes, or no floor that was named.
    public static final int STAIRS = 0;

    public BuildingPlan {
        units = List.copyOf(units);
        floors = List.copyOf(floors);
        whole = List.copyOf(whole);
    }

    /// @param cells one for each unit
    public record Floor(int number, List<Cell> cells) {
        public Floor {
            cells = List.copyOf(cells);
        }
    }

    public record Cell(Place unit, List<Case> open) {
        public Cell {
            open = List.copyOf(open);
        }
    }

    private record Spot(Place unit, int floor, Case it) {}

    public static BuildingPlan of(Place building, CommunityMap map, List<Case> open) {
        var units = map.children(building).stream()
                .filter(it -> it.kind() == Place.Kind.UNIT)
                .toList();
        var spots = open.stream().flatMap(it -> spot(it, units, map)).toList();
        var inUnits = spots.stream().map(Spot::it).toList();
        return new BuildingPlan(
                units,
                floors(units, map, spots),
                open.stream().filter(it -> !inUnits.contains(it)).toList());
    }

    private static List<Floor> floors(List<Place> units, CommunityMap map, List<Spot> spots) {
        var numbers = new TreeSet<Integer>(Comparator.reverseOrder());
        units.stream()
                .flatMap(unit -> map.children(unit).stream())
                .map(FloorOf::room)
                .forEach(numbers::add);
        spots.forEach(spot -> numbers.add(spot.floor()));
        numbers.add(STAIRS);
        var floors = new ArrayList<Floor>();
        numbers.forEach(number -> floors.add(new Floor(
                number, units.stream().map(unit -> cell(unit, number, spots)).toList())));
        return floors;
    }

    private static Cell cell(Place unit, int floor, List<Spot> spots) {
        return new Cell(
                unit,
                spots.stream()
                        .filter(spot -> spot.floor() == floor && spot.unit().equals(unit))
                        .map(Spot::it)
                        .toList());
    }

    private static Stream<Spot> spot(Case it, List<Place> units, CommunityMap map) {
        var place =
                map.place(Objects.requireNonNullElse(it.problem().place(), "")).orElse(null);
        if (place == null) {
            return Stream.empty();
        }
        int floor = place.kind() == Place.Kind.ROOM
                ? FloorOf.room(place)
                : FloorOf.words(it.problem().detail() + " " + it.problem().words());
        return units.stream().filter(unit -> map.isWithin(place, unit.id())).map(unit -> new Spot(unit, floor, it));
    }
}
