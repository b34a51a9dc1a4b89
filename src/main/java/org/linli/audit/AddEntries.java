package org.linli.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.linli.platform.audit.Noted;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Adds to the trail, within the transaction of what is noted.
@Component
class AddEntries {

    private static final String SQL = """
            with added as (
              insert into audit.entries (community_id, at, who, what, about, detail)
              select * from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[])
              returning community_id, id)
            insert into audit.unsealed (community_id, entry) select community_id, id from added""";

    private final DatabaseClient database;

    AddEntries(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(List<Noted> noted) {
        return database.sql(SQL)
                .bind(0, texts(noted, it -> it.community().value()))
                .bind(
                        1,
                        noted.stream()
                                .map(it -> it.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .bind(2, texts(noted, Noted::who))
                .bind(3, texts(noted, it -> it.what().name()))
                .bind(4, texts(noted, Noted::about))
                .bind(5, texts(noted, Noted::detail))
                .then();
    }

    private static String[] texts(List<Noted> noted, Function<Noted, String> value) {
        return noted.stream().map(value).toArray(String[]::new);
    }
}
