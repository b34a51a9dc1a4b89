package org.linli.community;

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

    private static final String RESIDENTS = """
            insert into community.residents as known (community_id, id, name, home, verified)
            select said.community_id, coalesce(i.resident, said.fresh), said.name, said.home, false
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                as said (community_id, address, fresh, name, home)
            left join community.identities i using (community_id, address)
            order by 1, 2
            on conflict (community_id, id) do update set
                name = coalesce(excluded.name, known.name),
                home = coalesce(excluded.home, known.home),
                verified = known.verified and (excluded.home is null or excluded.home = known.home)""";

    private static final String IDENTITIES = """
            insert into community.identities (community_id, address, resident)
            select * from unnest($1::text[], $2::text[], $3::text[]) order by 1, 2
            on conflict do nothing""";

    private final DatabaseClient database;

    WriteIdentityDeclared(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<IdentityDeclared> kind() {
        return IdentityDeclared.class;
    }

    @Override
    public Mono<Void> write(List<IdentityDeclared> effects) {
        var oneEach = oneForEachAddress(effects);
        return database.sql(RESIDENTS)
                .bind(0, texts(oneEach, it -> it.community().value()))
                .bind(1, texts(oneEach, it -> it.address().text()))
                .bind(2, texts(oneEach, IdentityDeclared::idWhereNew))
                .bind(3, texts(oneEach, IdentityDeclared::name))
                .bind(4, texts(oneEach, IdentityDeclared::home))
                .then()
                .then(identities(oneEach));
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

    private static @Nullable String[] texts(
            List<IdentityDeclared> effects, Function<IdentityDeclared, @Nullable String> field) {
        return effects.stream().map(field).toArray(String[]::new);
    }
}
