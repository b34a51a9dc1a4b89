package org.linli.community.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.Place;
import org.linli.community.QuietHours;
import org.linli.community.StaffMember;
import org.linli.community.Talkativeness;
import org.linli.community.Unit;

/// The rows of a community in the columns of its file, of what stands and of what a file says: to write the one, and
/// to compare both. Residents are in neither: their rows are personal.
final class Columns {

    private Columns() {}

    /// By table, in the order in which a file has them.
    static Map<String, List<Map<String, Object>>> of(CommunityMap map) {
        return tables(
                places(map.placesEver(), map.id().value()),
                Stream.concat(map.units().stream(), map.retired().stream()).map(Columns::unit),
                map.staff().stream().map(it -> member(it, map.addressesOf(it))),
                map.groups().stream().map(Columns::group));
    }

    /// @param known whose addresses stay beside those of the file
    static Map<String, List<Map<String, Object>>> of(CommunityFile file, CommunityMap known) {
        return tables(
                places(file.places(), file.id().value()),
                file.units().stream().map(Columns::unit),
                file.staff().stream().map(it -> member(it.member(), addresses(it, known))),
                file.groups().stream().map(Columns::group));
    }

    private static Map<String, List<Map<String, Object>>> tables(
            Stream<Map<String, Object>> places,
            Stream<Map<String, Object>> units,
            Stream<Map<String, Object>> staff,
            Stream<Map<String, Object>> groups) {
        var tables = new LinkedHashMap<String, List<Map<String, Object>>>();
        tables.put("places", places.toList());
        tables.put("units", units.toList());
        tables.put("staff", staff.toList());
        tables.put("groups", groups.toList());
        return tables;
    }

    /// Without the community itself and its street, which its head says.
    private static Stream<Map<String, Object>> places(List<Place> places, String community) {
        return places.stream()
                .filter(it -> it.kind() != Place.Kind.STREET && it.kind() != Place.Kind.COMMUNITY)
                .map(it -> place(it, community));
    }

    private static Map<String, Object> place(Place it, String community) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", it.id());
        row.put("kind", Fields.word(it.kind()));
        row.put("name", it.name());
        put(row, "parent", community.equals(it.parent()) ? null : it.parent());
        putAll(row, "aliases", it.aliases());
        if (it.at() != null) {
            row.put("latitude", it.at().latitude());
            row.put("longitude", it.at().longitude());
        }
        if (it.closed()) {
            row.put("closed", true);
        }
        return row;
    }

    private static Map<String, Object> unit(Unit it) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", it.id());
        row.put("kind", Fields.word(it.kind()));
        row.put("name", it.name());
        putAll(row, "places", it.places());
        putAll(row, "labels", it.labels());
        put(row, "chat", text(it.chat()));
        put(row, "parent", it.parent());
        put(row, "hours", text(it.hours()));
        if (it.retired()) {
            row.put("retired", true);
        }
        return row;
    }

    private static Map<String, Object> member(StaffMember it, List<Address> addresses) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", it.id());
        row.put("name", it.name());
        row.put("role", Fields.word(it.role()));
        row.put("unit", it.unit());
        put(row, "phone", it.phone());
        put(row, "chat", text(it.chat()));
        putAll(
                row,
                "addresses",
                addresses.stream()
                        .filter(address -> !address.equals(it.chat()))
                        .map(Address::text)
                        .toList());
        return row;
    }

    private static List<Address> addresses(CommunityFile.Member member, CommunityMap known) {
        var all = new ArrayList<>(
                known.staffMember(member.member().id()).map(known::addressesOf).orElse(List.of()));
        member.addresses().stream().filter(it -> !all.contains(it)).forEach(all::add);
        all.sort((one, other) -> one.text().compareTo(other.text()));
        return all;
    }

    private static Map<String, Object> group(Group it) {
        return group(
                it.code(),
                it.name(),
                it.place(),
                it.unit(),
                it.address(),
                Talkativeness.of(it.threshold()),
                it.quiet(),
                it.welcome());
    }

    private static Map<String, Object> group(CommunityFile.Bound it) {
        return group(
                it.code(),
                it.name(),
                it.place(),
                it.unit(),
                it.address(),
                it.talkativeness(),
                it.quiet(),
                it.welcome());
    }

    private static Map<String, Object> group(
            String code,
            String name,
            String place,
            @Nullable String unit,
            Address address,
            Talkativeness manner,
            @Nullable QuietHours quiet,
            boolean welcome) {
        var row = new LinkedHashMap<String, Object>();
        row.put("code", code);
        row.put("name", name);
        row.put("place", place);
        put(row, "unit", unit);
        row.put("address", address.text());
        row.put("talkativeness", manner.word());
        put(row, "quiet-hours", text(quiet));
        if (welcome) {
            row.put("welcome", true);
        }
        return row;
    }

    private static void put(Map<String, Object> row, String column, @Nullable String text) {
        if (text != null) {
            row.put(column, text);
        }
    }

    private static void putAll(Map<String, Object> row, String column, List<String> texts) {
        if (!texts.isEmpty()) {
            row.put(column, texts);
        }
    }

    private static @Nullable String text(@Nullable Address address) {
        return address == null ? null : address.text();
    }

    private static @Nullable String text(@Nullable QuietHours hours) {
        return hours == null ? null : hours.text();
    }
}
