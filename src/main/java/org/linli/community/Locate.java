package org.linli.community;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.community.Located.Ambiguous;
import org.linli.community.Located.Found;
import org.linli.community.Located.NoSuchBuilding;
import org.linli.community.Located.NothingSaid;

/// Finds the place meant by the words for a building, a unit and a room, of which some were left out.
///
/// @param context where the talk takes place, or where the talker lives
record Locate(Places places, @Nullable Place context) {

    Located locate(@Nullable String building, @Nullable String unit, @Nullable String room) {
        @Nullable String unitSaid = blankToNull(unit);
        @Nullable String roomSaid = blankToNull(room);
        if (building != null && !building.isBlank()) {
            return named(building, unitSaid, roomSaid);
        }
        return unitSaid == null && roomSaid == null ? new NothingSaid() : unnamed(unitSaid, roomSaid);
    }

    private Located named(String building, @Nullable String unit, @Nullable String room) {
        var candidates = places.nearest(places.buildingsNamed(building), context);
        if (candidates.isEmpty()) {
            return new NoSuchBuilding(building);
        }
        return candidates.size() == 1 ? within(candidates.getFirst(), unit, room) : new Ambiguous(candidates);
    }

    /// "unit 2" or "501" alone means the building of the context.
    private Located unnamed(@Nullable String unit, @Nullable String room) {
        var here = around(Place.Kind.BUILDING);
        if (here.isEmpty()) {
            return unitSomewhere(unit, room);
        }
        var own = unit == null ? around(Place.Kind.UNIT) : Optional.<Place>empty();
        return own.isPresent() ? room(own.get(), room) : within(here.get(), unit, room);
    }

    private Optional<Place> around(Place.Kind kind) {
        return Optional.ofNullable(context).flatMap(it -> places.above(it, kind));
    }

    /// In a group of a whole grid "unit 3" may be enough, where one building alone has a third unit.
    private Located unitSomewhere(@Nullable String unit, @Nullable String room) {
        var around = places.ofKind(Place.Kind.BUILDING).stream()
                .filter(it -> context == null || places.path(it).contains(context))
                .toList();
        var having = around.stream()
                .filter(it -> unit != null && unit(it, unit).isPresent())
                .toList();
        var candidates = having.isEmpty() ? around : having;
        if (candidates.isEmpty()) {
            return new NothingSaid();
        }
        return candidates.size() == 1 ? within(candidates.getFirst(), unit, room) : new Ambiguous(candidates);
    }

    private Located within(Place building, @Nullable String unit, @Nullable String room) {
        if (unit != null) {
            return unit(building, unit)
                    .map(it -> room(it, room))
                    .orElseGet(() -> new Found(building, PlaceName.plain(unit) + "单元" + detail(room)));
        }
        var units = places.children(building, Place.Kind.UNIT);
        if (room == null) {
            return new Found(building, "");
        }
        return units.size() > 1 ? roomOfAnyUnit(building, units, room) : room(soleUnit(building, units), room);
    }

    private static Place soleUnit(Place building, List<Place> units) {
        return units.isEmpty() ? building : units.getFirst();
    }

    /// A list of rooms may have gaps, so one match among several units proves nothing.
    private Located roomOfAnyUnit(Place building, List<Place> units, String room) {
        var rooms = units.stream().flatMap(it -> listed(it, room).stream()).toList();
        return rooms.size() > 1 ? new Ambiguous(rooms) : new Found(building, detail(room));
    }

    private Located room(Place unit, @Nullable String room) {
        return Optional.ofNullable(room)
                .flatMap(it -> listed(unit, it))
                .map(it -> new Found(it, ""))
                .orElseGet(() -> new Found(unit, detail(room)));
    }

    private Optional<Place> listed(Place unit, String room) {
        return places.children(unit, Place.Kind.ROOM).stream()
                .filter(it -> Places.answersTo(it, room))
                .findFirst();
    }

    private Optional<Place> unit(Place building, String unit) {
        return places.children(building, Place.Kind.UNIT).stream()
                .filter(it -> Places.answersTo(it, unit))
                .findFirst();
    }

    private static String detail(@Nullable String room) {
        return room == null ? "" : PlaceName.plain(room) + "室";
    }

    private static @Nullable String blankToNull(@Nullable String words) {
        return words == null || words.isBlank() ? null : words;
    }
}
