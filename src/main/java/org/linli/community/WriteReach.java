package org.linli.community;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.util.List;
import org.linli.channels.Reach;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Remembers at which addresses a resident is not reached any more. Of several reports about one address the latest
/// counts; whoever is known at no address is nobody's loss.
@Component
class WriteReach implements WriteEffects<Reach> {

    private static final String WRITE = """
            with said as (
                select distinct on (community_id, address) *
                from unnest($1::text[], $2::text[], $3::bool[], $4::timestamptz[])
                    as said (community_id, address, reached, at)
                order by community_id, address, at desc, reached
            ), mine as (
                select community_id, address, said.reached, said.at
                from community.identities i join said using (community_id, address)
                where i.reach_at is null or i.reach_at <= said.at
                order by community_id, address for update of i
            )
            update community.identities i set reached = mine.reached, reach_at = mine.at
            from mine where i.community_id = mine.community_id and i.address = mine.address
            """;

    private final DatabaseClient database;

    WriteReach(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<Reach> kind() {
        return Reach.class;
    }

    @Override
    public Mono<Void> write(List<Reach> effects) {
        return database.sql(WRITE)
                .bind("$1", effects.stream().map(it -> it.community().value()).toArray(String[]::new))
                .bind("$2", effects.stream().map(it -> it.person().text()).toArray(String[]::new))
                .bind("$3", effects.stream().map(Reach::reached).toArray(Boolean[]::new))
                .bind("$4", effects.stream().map(it -> it.at().atOffset(UTC)).toArray(OffsetDateTime[]::new))
                .then();
    }
}
