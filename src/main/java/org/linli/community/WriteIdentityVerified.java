package org.linli.community;

import java.util.List;
import java.util.function.Function;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class WriteIdentityVerified implements WriteEffects<IdentityVerified> {

    private final DatabaseClient database;

    WriteIdentityVerified(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<IdentityVerified> kind() {
        return IdentityVerified.class;
    }

    @Override
    public Mono<Void> write(List<IdentityVerified> effects) {
        return database.sql("""
                        update community.residents r set
                            verified = said.stands::boolean,
                            verified_by = case when said.stands::boolean then said.staff end,
                            name_as_verified = case when said.stands::boolean then null else r.name_as_verified end
                        from (select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
                              as said (community_id, resident, staff, stands) order by 1, 2) said
                        where r.community_id = said.community_id and r.id = said.resident""")
                .bind(0, texts(effects, it -> it.community().value()))
                .bind(1, texts(effects, IdentityVerified::resident))
                .bind(2, texts(effects, IdentityVerified::by))
                .bind(3, texts(effects, it -> Boolean.toString(it.stands())))
                .then();
    }

    private static String[] texts(List<IdentityVerified> effects, Function<IdentityVerified, String> field) {
        return effects.stream().map(field).toArray(String[]::new);
    }
}
