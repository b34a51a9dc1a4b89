package org.linli.open311;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Remembers calls that were acted on; one of more than a day ago makes room for the same.
@Component
@Order(40)
class WriteTaken implements WriteEffects<Taken> {

    private static final String SQL = """
            insert into open311.taken as known
              (community_id, client, fingerprint, kind, number, description, taken_at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
              $7::timestamptz[])
            on conflict (community_id, client, fingerprint) do update
              set kind = excluded.kind, number = excluded.number, description = excluded.description,
                taken_at = excluded.taken_at
              where known.taken_at < excluded.taken_at - interval '1 day'""";

    private final DatabaseClient database;

    WriteTaken(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<Taken> kind() {
        return Taken.class;
    }

    @Override
    public Mono<Void> write(List<Taken> effects) {
        var sorted = effects.stream()
                .sorted(Comparator.comparing((Taken it) -> it.community().value())
                        .thenComparing(Taken::client)
                        .thenComparing(Taken::fingerprint))
                .toList();
        return database.sql(SQL)
                .bind(0, texts(sorted, it -> it.community().value()))
                .bind(1, texts(sorted, Taken::client))
                .bind(2, texts(sorted, Taken::fingerprint))
                .bind(3, texts(sorted, it -> it.kind().name().toLowerCase(Locale.ROOT)))
                .bind(4, texts(sorted, Taken::number))
                .bind(5, texts(sorted, Taken::description))
                .bind(
                        6,
                        sorted.stream()
                                .map(it -> it.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .fetch()
                .rowsUpdated()
                .flatMap(written -> written == sorted.size()
                        ? Mono.empty()
                        : Mono.error(() -> new Conflict("a call that is taken twice")));
    }

    private static String[] texts(List<Taken> rows, Function<Taken, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
