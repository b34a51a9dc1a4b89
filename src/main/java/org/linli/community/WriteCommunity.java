package org.linli.community;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.community.file.CommunityFile;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes a checked file, one statement a table, within the caller's transaction. Two imports of one community wait
/// for each other at its row of `community.communities`.
@Component
class WriteCommunity {

    private static final String BETWEEN = "\u001f";

    /// A binding place takes a whole column: one text a row.
    private record Table<T>(String sql, List<T> rows, List<Function<T, @Nullable String>> columns) {}

    private record Owned(String owner, Address address) {}

    private final DatabaseClient database;

    WriteCommunity(DatabaseClient database) {
        this.database = database;
    }

    /// Never empty: what was there before and is not in the file, like `residents r07`.
    Mono<List<String>> write(CommunityFile file) {
        return head(file)
                .thenMany(Flux.just(
                                places(file),
                                units(file),
                                staff(file),
                                staffAddresses(file),
                                groups(file),
                                residents(file),
                                identities(file))
                        .concatMap(it -> insert(file.id(), it)))
                .then(kept(file));
    }

    private Mono<Void> head(CommunityFile file) {
        var head = file.head();
        var statement = head == null
                ? database.sql("update community.communities set version = version + 1 where community_id = $1")
                : database.sql("""
                                insert into community.communities as old (community_id, name, case_prefix)
                                values ($1, $2, $3)
                                on conflict (community_id) do update set
                                    name = excluded.name, case_prefix = excluded.case_prefix, version = old.version + 1""").bind(1, head.name()).bind(2, head.casePrefix());
        return statement.bind(0, file.id().value()).then();
    }

    private static Table<Place> places(CommunityFile file) {
        return new Table<>(
                """
                insert into community.places (community_id, id, kind, name, parent, aliases, position)
                select $1, id, kind, name, parent, string_to_array(aliases, E'\\x1f'), n
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                    with ordinality as row (id, kind, name, parent, aliases, n)
                on conflict (community_id, id) do update set kind = excluded.kind, name = excluded.name,
                    parent = excluded.parent, aliases = excluded.aliases, position = excluded.position""",
                file.places(),
                List.of(Place::id, it -> it.kind().name(), Place::name, Place::parent, it -> joined(it.aliases())));
    }

    private static Table<Unit> units(CommunityFile file) {
        return new Table<>(
                """
                insert into community.units (community_id, id, kind, name, places, labels, chat, position)
                select $1, id, kind, name, string_to_array(places, E'\\x1f'), string_to_array(labels, E'\\x1f'), chat, n
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                    with ordinality as row (id, kind, name, places, labels, chat, n)
                on conflict (community_id, id) do update set kind = excluded.kind, name = excluded.name,
                    places = excluded.places, labels = excluded.labels, chat = excluded.chat,
                    position = excluded.position""",
                file.units(),
                List.of(
                        Unit::id,
                        it -> it.kind().name(),
                        Unit::name,
                        it -> joined(it.places()),
                        it -> joined(it.labels()),
                        it -> text(it.chat())));
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
                insert into community.groups (community_id, code, name, address, place, talkativeness, position)
                select $1, code, name, address, place, talkativeness, n
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                    with ordinality as row (code, name, address, place, talkativeness, n)
                on conflict (community_id, code) do update set name = excluded.name, address = excluded.address,
                    place = excluded.place, talkativeness = excluded.talkativeness, position = excluded.position""",
                file.groups(),
                List.of(
                        CommunityFile.Bound::code,
                        CommunityFile.Bound::name,
                        it -> it.address().text(),
                        CommunityFile.Bound::place,
                        it -> it.talkativeness().name()));
    }

    private static Table<CommunityFile.Person> residents(CommunityFile file) {
        return new Table<>(
                """
                insert into community.residents (community_id, id, name, home, verified)
                select $1, id, name, home, verified::boolean
                from unnest($2::text[], $3::text[], $4::text[], $5::text[]) as row (id, name, home, verified)
                on conflict (community_id, id) do update set name = excluded.name, home = excluded.home,
                    verified = excluded.verified""",
                file.residents(),
                List.of(
                        CommunityFile.Person::id,
                        CommunityFile.Person::name,
                        CommunityFile.Person::home,
                        it -> Boolean.toString(it.verified())));
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

    private <T> Mono<Void> insert(CommunityId community, Table<T> table) {
        if (table.rows().isEmpty()) {
            return Mono.empty();
        }
        var statement = database.sql(table.sql()).bind(0, community.value());
        for (int i = 0; i < table.columns().size(); i++) {
            statement = statement.bind(i + 1, column(table, table.columns().get(i)));
        }
        return statement.then();
    }

    /// Rows that people added by declaring themselves are not the file's to mention.
    private Mono<List<String>> kept(CommunityFile file) {
        return Flux.concat(
                        left(file, "places", file.places().stream().map(Place::id)),
                        left(file, "units", file.units().stream().map(Unit::id)),
                        left(
                                file,
                                "staff",
                                file.staff().stream().map(it -> it.member().id())),
                        left(file, "residents", file.residents().stream().map(CommunityFile.Person::id)))
                .collectList();
    }

    private Flux<String> left(CommunityFile file, String table, Stream<String> mentioned) {
        String[] ids = mentioned.toArray(String[]::new);
        if (ids.length == 0) {
            return Flux.empty();
        }
        return database.sql("""
                        select id from community.%s
                        where community_id = $1 and not id = any($2) and id not like 'n-%%' order by id""".formatted(table))
                .bind(0, file.id().value())
                .bind(1, ids)
                .map(row -> table + " " + row.get("id", String.class))
                .all();
    }

    private static <T> @Nullable String[] column(Table<T> table, Function<T, @Nullable String> read) {
        return table.rows().stream().map(read).toArray(String[]::new);
    }

    private static Stream<Owned> owned(String owner, List<Address> addresses) {
        return addresses.stream().map(it -> new Owned(owner, it));
    }

    private static String joined(List<String> texts) {
        return String.join(BETWEEN, texts);
    }

    private static @Nullable String text(@Nullable Address address) {
        return address == null ? null : address.text();
    }
}
