package org.linli.community;

import static org.linli.platform.database.Columns.text;

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
            select coalesce(i.resident, said.fresh) as id
            from unnest($1::text[], $2::text[], $3::text[]) with ordinality as said (community_id, address, fresh, n)
            left join community.identities i using (community_id, address)
            order by said.n""";

    private static final String RESIDENTS = """
            insert into community.residents as known (community_id, id, name, name_index, home, verified)
            select community_id, id, name, string_to_array(prints, ' '), home, false
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                as said (community_id, id, name, prints, home)
            order by 1, 2
            on conflict (community_id, id) do update set
                name = coalesce(excluded.name, known.name),
                name_index = case when excluded.name is null then known.name_index else excluded.name_index end,
                home = coalesce(excluded.home, known.home),
                verified = known.verified and (excluded.home is null or excluded.home = known.home)""";

    private static final String IDENTITIES = """
            insert into community.identities (community_id, address, resident)
            select * from unnest($1::text[], $2::text[], $3::text[]) order by 1, 2
            on conflict do nothing""";

    private record Said(IdentityDeclared it, String id) {}

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
                .map(row -> text(row, "id"))
                .all()
                .zipWithIterable(effects, (id, it) -> new Said(it, id))
                .collectList();
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
