package org.linli.community;

import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// A person found by two addresses who declares something at both in the same moment fails together and passes
/// alone, which `Effects` sees to.
@Component
class WriteIdentityDeclared implements WriteEffects<IdentityDeclared> {

    private static final String KNOWN = """
            select said.community_id, coalesce(i.resident, said.fresh) as id, r.name,
                coalesce(r.verified and r.name_as_verified is null, false) as named_by_staff
            from unnest($1::text[], $2::text[], $3::text[]) with ordinality as said (community_id, address, fresh, n)
            left join community.identities i using (community_id, address)
            left join community.residents r on r.community_id = said.community_id and r.id = i.resident
            order by said.n""";

    private static final String RESIDENTS = """
            insert into community.residents as known (community_id, id, name, name_index, home, name_as_verified, verified)
            select community_id, id, name, string_to_array(prints, ' '), home, was, false
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                as said (community_id, id, name, prints, home, was)
            order by 1, 2
            on conflict (community_id, id) do update set
                name = coalesce(excluded.name, known.name),
                name_index = case when excluded.name is null then known.name_index else excluded.name_index end,
                home = coalesce(excluded.home, known.home),
                name_as_verified = coalesce(known.name_as_verified, excluded.name_as_verified),
                verified = known.verified and (excluded.home is null or excluded.home = known.home)""";

    private static final String IDENTITIES = """
            insert into community.identities (community_id, address, resident)
            select * from unnest($1::text[], $2::text[], $3::text[]) order by 1, 2
            on conflict do nothing""";

    /// @param was what staff verified them by, sealed, where they take another name now; `null` otherwise
    private record Said(
            IdentityDeclared it, String id, @Nullable String was) {}

    /// Whoever belongs to an address by now.
    ///
    /// @param name         as stored; `null` without one
    /// @param namedByStaff whether staff verified them by that name
    private record Known(String id, @Nullable String name, boolean namedByStaff) {

        static Known of(Readable row) {
            return new Known(
                    text(row, "id"),
                    row.get("name", String.class),
                    Boolean.TRUE.equals(row.get("named_by_staff", Boolean.class)));
        }
    }

    private final DatabaseClient database;
    private final ResidentNames names;

    WriteIdentityDeclared(DatabaseClient database, ResidentNames names) {
        this.database = database;
        this.names = names;
    }

    @Override
    public Class<IdentityDeclared> kind() {
        return IdentityDeclared.class;
    }

    @Override
    public Mono<Void> write(List<IdentityDeclared> effects) {
        var oneEach = oneForEachAddress(effects);
        return whose(oneEach).flatMap(this::residents).then(identities(oneEach));
    }

    /// With the ids of whom they belong to, which the names are sealed with.
    private Mono<List<Said>> whose(List<IdentityDeclared> effects) {
        return database.sql(KNOWN)
                .bind(0, texts(effects, it -> it.community().value()))
                .bind(1, texts(effects, it -> it.address().text()))
                .bind(2, texts(effects, IdentityDeclared::idWhereNew))
                .map(Known::of)
                .all()
                .zipWithIterable(effects, this::said)
                .collectList();
    }

    private Said said(Known known, IdentityDeclared it) {
        String now = it.name();
        String before = known.name() == null ? null : names.opened(it.community(), known.id(), known.name());
        boolean renames = known.namedByStaff() && now != null && !now.equals(before);
        return new Said(it, known.id(), renames ? names.sealedAsVerified(it.community(), known.id(), before) : null);
    }

    private Mono<Void> residents(List<Said> said) {
        return database.sql(RESIDENTS)
                .bind(0, texts(said, it -> it.it().community().value()))
                .bind(1, texts(said, Said::id))
                .bind(
                        2,
                        texts(
                                said,
                                it -> names.sealed(
                                        it.it().community(), it.id(), it.it().name())))
                .bind(
                        3,
                        texts(
                                said,
                                it -> names.index(it.it().community(), it.it().name())))
                .bind(4, texts(said, it -> it.it().home()))
                .bind(5, texts(said, Said::was))
                .then();
    }

    private Mono<Void> identities(List<IdentityDeclared> effects) {
        return database.sql(IDENTITIES)
                .bind(0, texts(effects, it -> it.community().value()))
                .bind(1, texts(effects, it -> it.address().text()))
                .bind(2, texts(effects, IdentityDeclared::idWhereNew))
                .then();
    }

    private static List<IdentityDeclared> oneForEachAddress(List<IdentityDeclared> effects) {
        var byAddress = new LinkedHashMap<String, IdentityDeclared>();
        effects.forEach(
                it -> byAddress.merge(it.community() + " " + it.address().text(), it, IdentityDeclared::then));
        return new ArrayList<>(byAddress.values());
    }

    private static <T> @Nullable String[] texts(List<T> effects, Function<T, @Nullable String> field) {
        return effects.stream().map(field).toArray(String[]::new);
    }
}
