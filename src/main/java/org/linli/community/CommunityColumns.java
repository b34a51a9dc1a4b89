package org.linli.community;

import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;

/// What a community is made of, as its rows say it.
final class CommunityColumns {

    private CommunityColumns() {}

    static CommunityMap.Head head(CommunityId id, Readable row) {
        return new CommunityMap.Head(
                id,
                text(row, "name"),
                text(row, "case_prefix"),
                isSet(row, "made_up"),
                Stream.of(text(row, "ways").split(" "))
                        .filter(it -> !it.isEmpty())
                        .toList());
    }

    static Place place(Readable row) {
        return new Place(
                text(row, "id"),
                Place.Kind.valueOf(text(row, "kind")),
                text(row, "name"),
                row.get("parent", String.class),
                texts(row, "aliases"),
                coordinates(row),
                isSet(row, "closed"));
    }

    static Unit unit(Readable row) {
        return new Unit(
                text(row, "id"),
                Unit.Kind.valueOf(text(row, "kind")),
                text(row, "name"),
                texts(row, "places"),
                texts(row, "labels"),
                address(row),
                row.get("parent", String.class),
                hours(row, "hours"),
                isSet(row, "retired"));
    }

    static StaffMember member(CommunityId id, Readable row) {
        return new StaffMember(
                id,
                text(row, "id"),
                text(row, "name"),
                Role.valueOf(text(row, "role")),
                text(row, "unit"),
                row.get("phone", String.class),
                address(row));
    }

    static Group group(Readable row) {
        return new Group(
                text(row, "code"),
                text(row, "name"),
                Address.parse(text(row, "address")),
                text(row, "place"),
                row.get("unit", String.class),
                Talkativeness.valueOf(text(row, "talkativeness")).threshold(),
                hours(row, "quiet_hours"),
                isSet(row, "welcome"));
    }

    private static boolean isSet(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }

    private static @Nullable QuietHours hours(Readable row, String column) {
        return Optional.ofNullable(row.get(column, String.class))
                .flatMap(QuietHours::parse)
                .orElse(null);
    }

    private static @Nullable Address address(Readable row) {
        String chat = row.get("chat", String.class);
        return chat == null ? null : Address.parse(chat);
    }

    private static @Nullable Coordinates coordinates(Readable row) {
        Double latitude = row.get("latitude", Double.class);
        Double longitude = row.get("longitude", Double.class);
        return latitude == null || longitude == null ? null : new Coordinates(latitude, longitude);
    }

    private static List<String> texts(Readable row, String column) {
        String[] texts = row.get(column, String[].class);
        return texts == null ? List.of() : List.of(texts);
    }
}
