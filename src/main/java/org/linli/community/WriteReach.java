package org.linli.community;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.util.List;
import org.linli.channels.Reach;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Remembers at which addresses nobody is reached any more. Of several reports about one address the latest counts.
@Component
class WriteReach implements WriteEffects<Reach> {

    private static final String WRITE = """
            insert into community.reaches as known (community_id, address, reached, at)
            select distinct on (community_id, address) community_id, address, reached, at
            from unnest($1::text[], $2::text[], $3::bool[], $4::timestamptz[])
                as said (community_id, address, reached, at)
            order by community_id, address, at desc, reached
            on conflict (community_id, address) do update set reached = excluded.reached, at = excluded.at
            where known.at <= excluded.at
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
