package org.linli.community;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.linli.community.file.CommunityFile;

/// What a file says of where people live, who acts there, and where they talk.
final class PlacesTables {

    private PlacesTables() {}

    static Table<Place> places(CommunityFile file) {
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
                        it -> Table.joined(it.aliases()),
                        it -> degrees(it.at(), Coordinates::latitude),
                        it -> degrees(it.at(), Coordinates::longitude),
                        it -> Boolean.toString(it.closed())));
    }

    static Table<Unit> units(CommunityFile file) {
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
                        it -> Table.joined(it.places()),
                        it -> Table.joined(it.labels()),
                        it -> Table.text(it.chat()),
                        Unit::parent,
                        it -> it.hours() == null ? null : it.hours().text(),
                        it -> Boolean.toString(it.retired())));
    }

    static Table<CommunityFile.Bound> groups(CommunityFile file) {
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

    private static @Nullable String degrees(@Nullable Coordinates at, ToDoubleFunction<Coordinates> which) {
        return at == null ? null : Double.toString(which.applyAsDouble(at));
    }
}
