package org.linli.community.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.community.CommunityMap;
import org.linli.community.Coordinates;
import org.linli.community.Place;
import org.linli.community.Place.Kind;
import org.linli.community.file.Problem.What;
import org.linli.platform.database.CommunityId;

/// Checks the places and adds what the file leaves to be added: the street, the community itself, and the units and
/// rooms of a building that says how many it has. What was closed stays so until its row says `closed: false`: who does
/// not know of it opens nothing.
final class CheckPlaces {

    /// Stands in for an address that could not be read.
    static final Address NOWHERE = Address.group(new ChannelId("nowhere"), "", "");

    private static final String STREET = "street";

    private final CommunityId id;
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> described = new HashSet<>();
    private final List<Place> places = new ArrayList<>();

    CheckPlaces(CommunityId id, @Nullable CommunityMap known) {
        this.id = id;
        if (known != null) {
            known.placesEver().forEach(it -> kinds.put(it.id(), it.kind()));
            known.placesEver().stream().filter(Place::closed).map(Place::id).forEach(closed::add);
        }
    }

    List<Place> check(Fields head, List<Fields> rows) {
        var street = head.optional(STREET);
        if (head.optional("name") != null) {
            if (street != null) {
                add(head, STREET, new Place(STREET, Kind.STREET, street, null, List.of()));
            }
            add(
                    head,
                    "id",
                    new Place(
                            id.value(), Kind.COMMUNITY, head.text("name"), street == null ? null : STREET, List.of()));
        }
        rows.forEach(this::place);
        rows.forEach(this::parentMustBeLarger);
        return places;
    }

    private void add(Fields fields, String column, Place place) {
        if (!described.add(place.id())) {
            fields.say(fields.line(column), What.PLACE_TWICE, place.id());
        }
        kinds.put(place.id(), place.kind());
        places.add(place);
    }

    private void place(Fields fields) {
        fields.only(
                "id",
                "kind",
                "name",
                "parent",
                "aliases",
                "latitude",
                "longitude",
                "closed",
                "units",
                "floors",
                "doors");
        String parent = fields.optional("parent");
        var place = new Place(
                fields.id("id"),
                fields.oneOf("kind", Kind.class, null),
                fields.text("name"),
                parent == null ? id.value() : parent,
                fields.texts("aliases"),
                coordinates(fields),
                fields.optional("closed") == null ? closed.contains(fields.id("id")) : fields.yes("closed"));
        add(fields, "id", place);
        for (int unit = 1; unit <= fields.number("units", 0); unit++) {
            unit(fields, place, unit);
        }
    }

    /// One without the other says nothing.
    private static @Nullable Coordinates coordinates(Fields fields) {
        var latitude = fields.degrees("latitude", 90);
        var longitude = fields.degrees("longitude", 180);
        mustHaveBoth(fields, "latitude", "longitude");
        mustHaveBoth(fields, "longitude", "latitude");
        return latitude == null || longitude == null ? null : new Coordinates(latitude, longitude);
    }

    private static void mustHaveBoth(Fields fields, String column, String other) {
        if (fields.optional(column) != null && fields.optional(other) == null) {
            fields.wrong(column, What.ALONE, fields.row().called(other));
        }
    }

    private void unit(Fields fields, Place building, int number) {
        var unit = within(building, Integer.toString(number), Kind.UNIT, number + "单元");
        add(fields, "id", unit);
        for (int floor = 1; floor <= fields.number("floors", 0); floor++) {
            for (int door = 1; door <= fields.number("doors", 0); door++) {
                String room = "%d%02d".formatted(floor, door);
                add(fields, "id", within(unit, room, Kind.ROOM, room + "室"));
            }
        }
    }

    /// Closed where it was: only a row of its own opens it.
    private Place within(Place above, String number, Kind kind, String name) {
        String own = above.id() + "-" + number;
        return new Place(own, kind, name, above.id(), List.of(), null, closed.contains(own));
    }

    /// Keeps the tree free of circles: a parent is of a larger kind.
    private void parentMustBeLarger(Fields fields) {
        String parent = fields.optional("parent");
        if (parent == null) {
            return;
        }
        fields.mustBeKnown("parent", parent, "place", kinds.keySet());
        var above = kinds.get(parent);
        var own = fields.oneOf("kind", Kind.class, Kind.SPOT);
        if (above != null && above.compareTo(own) >= 0) {
            fields.say(fields.line("parent"), What.NOT_LARGER, parent, Fields.word(own));
        }
    }
}
