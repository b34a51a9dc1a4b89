package org.linli.inbox;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps what messages that may come twice are recognised by: no words of them.
@Component
class WriteTwins implements WriteEffects<Twin> {

    private static final String SQL = """
            insert into inbox.twins (community_id, arrival, channel, mark, mentioned, said_at)
            select community, arrival, channel, mark, mentioned, at
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::bool[], $6::timestamptz[])
                 as it (community, arrival, channel, mark, mentioned, at)
            order by 1, 2 on conflict do nothing
            """;

    private final DatabaseClient database;

    WriteTwins(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<Twin> kind() {
        return Twin.class;
    }

    @Override
    public Mono<Void> write(List<Twin> twins) {
        return database.sql(SQL)
                .bind("$1", texts(twins, it -> it.community().value()))
                .bind("$2", twins.stream().map(Twin::arrival).toArray(Long[]::new))
                .bind("$3", texts(twins, Twin::channel))
                .bind("$4", texts(twins, Twin::mark))
                .bind("$5", twins.stream().map(Twin::mentioned).toArray(Boolean[]::new))
                .bind("$6", twins.stream().map(it -> it.at().atOffset(UTC)).toArray(OffsetDateTime[]::new))
                .then();
    }

    private static String[] texts(List<Twin> twins, Function<Twin, String> field) {
        return twins.stream().map(field).toArray(String[]::new);
    }
}
