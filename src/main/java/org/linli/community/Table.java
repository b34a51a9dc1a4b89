package org.linli.community;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.community.file.CommunityFile;

/// What a file says, as rows of one of our tables. A binding place takes a whole column, the first the community.
record Table<T>(String sql, List<T> rows, List<Function<T, @Nullable String>> columns) {

    private static final String BETWEEN = "\u001f";

    private record Owned(String owner, Address address) {}

    private record Tag(String resident, String tag) {}

    /// In an order in which nothing points to what is not there yet.
    static Stream<Table<?>> all(CommunityFile file, ResidentNames names) {
        return Stream.of(
                places(file),
                units(file),
                staff(file),
                staffAddresses(file),
                groups(file),
                residents(file, names),
                identities(file),
                tags(file));
    }

    @Nullable
    String[] column(int number) {
        return rows.stream().map(columns.get(number)).toArray(String[]::new);
    }

    private static Table<Place> places(CommunityFile file) {
        return new Table<>(
                """
                insert into community.places
                    (community_id, id, kind, name, parent, aliases, latitude, longitude, closed, position)
                select $1, id, kind, name, parent, string_to_array(aliases, E'\\x1f'),
                       latitude::double precision, longitude::double precision, closed::boolean, n
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::text[])
                    with ordinality as row (id, kind, name, parent, aliases, latitude, longitude, closed, n)
                on conflict (community_id, id) do update set kind = excluded.kind, name = excluded.name,
                    parent = excluded.parent, aliases = excluded.aliases, latitude = excluded.latitude,
                    longitude = excluded.longitude, closed = excluded.closed, position = excluded.position""",
                file.places(),
                List.of(
                        Place::id,
                        it -> it.kind().name(),
                        Place::name,
                        Place::parent,
                        it -> joined(it.aliases()),
                        it -> degrees(it.at(), Coordinates::latitude),
                        it -> degrees(it.at(), Coordinates::longitude),
                        it -> Boolean.toString(it.closed())));
    }

    private static Table<Unit> units(CommunityFile file) {
        return new Table<>(
                """
                insert into community.units as old (community_id, id, kind, name, places, labels, chat, parent, hours, retired, position)
                select $1, id, kind, name, string_to_array(places, E'\\x1f'), string_to_array(labels, E'\\x1f'), chat, parent, hours, retired::boolean, n
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::text[], $10::text[])
                    with ordinality as row (id, kind, name, places, labels, chat, parent, hours, retired, n)
                on conflict (community_id, id) do update set kind = excluded.kind, name = excluded.name,
                    places = excluded.places, labels = excluded.labels,
                    -- a group that was made on the desk stays until the file names another
                    chat = coalesce(excluded.chat, case when old.chat like 'wecom-group:%' then old.chat end),
                    parent = excluded.parent, hours = excluded.hours, retired = excluded.retired,
                    position = excluded.position""",
                file.units(),
                List.of(
                        Unit::id,
                        it -> it.kind().name(),
                        Unit::name,
                        it -> joined(it.places()),
                        it -> joined(it.labels()),
                        it -> text(it.chat()),
                        Unit::parent,
                        it -> it.hours() == null ? null : it.hours().text(),
                        it -> Boolean.toString(it.retired())));
    }

    private static Table<CommunityFile.Member> staff(CommunityFile file) {
        return new Table<>(
                """
                insert into community.staff (community_id, id, name, role, unit, phone, chat, position)
                select $1, id, name, role, unit, phone, chat, n
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                    with ordinality as row (id, name, role, unit, phone, chat, n)
                on conflict (community_id, id) do update set name = excluded.name, role = excluded.role,
                    unit = excluded.unit, phone = excluded.phone, chat = excluded.chat, position = excluded.position""",
                file.staff(),
                List.of(
                        it -> it.member().id(),
                        it -> it.member().name(),
                        it -> it.member().role().name(),
                        it -> it.member().unit(),
                        it -> it.member().phone(),
                        it -> text(it.member().chat())));
    }

    private static Table<Owned> staffAddresses(CommunityFile file) {
        return new Table<>(
                """
                insert into community.staff_addresses (community_id, address, staff)
                select $1, * from unnest($2::text[], $3::text[])
                on conflict (community_id, address) do update set staff = excluded.staff""",
                file.staff().stream()
                        .flatMap(it -> owned(it.member().id(), it.addresses()))
                        .toList(),
                List.of(it -> it.address().text(), Owned::owner));
    }

    private static Table<CommunityFile.Bound> groups(CommunityFile file) {
        return new Table<>(
                """
                insert into community.groups
                    (community_id, code, name, address, place, unit, talkativeness, quiet_hours, welcome, position)
                select $1, code, name, address, place, unit, talkativeness, quiet_hours, welcome::boolean, n
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
                    with ordinality as row (code, name, address, place, unit, talkativeness, quiet_hours, welcome, n)
                on conflict (community_id, code) do update set name = excluded.name, address = excluded.address,
                    place = excluded.place, unit = excluded.unit, talkativeness = excluded.talkativeness,
                    quiet_hours = excluded.quiet_hours, welcome = excluded.welcome, position = excluded.position""",
                file.groups(),
                List.of(
                        CommunityFile.Bound::code,
                        CommunityFile.Bound::name,
                        it -> it.address().text(),
                        CommunityFile.Bound::place,
                        CommunityFile.Bound::unit,
                        it -> it.talkativeness().name(),
                        it -> it.quiet() == null ? null : it.quiet().text(),
                        it -> Boolean.toString(it.welcome())));
    }

    private static Table<CommunityFile.Person> residents(CommunityFile file, ResidentNames names) {
        return new Table<>(
                """
                insert into community.residents as known (community_id, id, name, name_index, home, verified)
                select $1, id, name, string_to_array(prints, ' '), home, verified::boolean
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                    as row (id, name, prints, home, verified)
                on conflict (community_id, id) do update set name = excluded.name, name_index = excluded.name_index,
                    -- a file that only repeats what they call themselves verifies no name
                    name_as_verified = case
                        when excluded.name is not distinct from known.name
                          or known.name_index <> '{}' and known.name_index = excluded.name_index
                        then known.name_as_verified end,
                    home = excluded.home,
                    verified = excluded.verified
                        or (known.verified_by is not null and known.home is not distinct from excluded.home)""",
                file.residents(),
                List.of(
                        CommunityFile.Person::id,
                        it -> names.sealed(file.id(), it.id(), it.name()),
                        it -> names.index(file.id(), it.name()),
                        CommunityFile.Person::home,
                        it -> Boolean.toString(it.verified())));
    }

    /// What an import says of people is added to what staff knows.
    private static Table<Tag> tags(CommunityFile file) {
        return new Table<>(
                """
                insert into community.tags (community_id, resident, tag)
                select $1, * from unnest($2::text[], $3::text[]) on conflict do nothing""",
                file.residents().stream()
                        .flatMap(it -> it.tags().stream().map(tag -> new Tag(it.id(), tag)))
                        .toList(),
                List.of(Tag::resident, Tag::tag));
    }

    private static Table<Owned> identities(CommunityFile file) {
        return new Table<>(
                """
                insert into community.identities (community_id, address, resident)
                select $1, * from unnest($2::text[], $3::text[])
                on conflict (community_id, address) do update set resident = excluded.resident""",
                file.residents().stream()
                        .flatMap(it -> owned(it.id(), it.addresses()))
                        .toList(),
                List.of(it -> it.address().text(), Owned::owner));
    }

    private static Stream<Owned> owned(String owner, List<Address> addresses) {
        return addresses.stream().map(it -> new Owned(owner, it));
    }

    private static String joined(List<String> texts) {
        return String.join(BETWEEN, texts);
    }

    private static @Nullable String degrees(@Nullable Coordinates at, ToDoubleFunction<Coordinates> which) {
        return at == null ? null : Double.toString(which.applyAsDouble(at));
    }

    private static @Nullable String text(@Nullable Address address) {
        return address == null ? null : address.text();
    }
}
