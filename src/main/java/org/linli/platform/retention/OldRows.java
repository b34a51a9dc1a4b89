package org.linli.platform.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Deletes rows that are older than they are needed.
@Component
public class OldRows {

    private final DatabaseClient database;
    private final Clock clock;

    public OldRows(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Forgets these one after the other, of all communities. Never empty: how many rows that were.
    public Mono<Integer> forget(Duration kept, Old... kinds) {
        return Flux.defer(() -> Flux.fromArray(kinds))
                .concatMap(
                        it -> it.forget(database, Due.everywhere(clock.instant().minus(kept))))
                .reduce(0L, Long::sum)
                .map(Long::intValue);
    }

    /// Runs these one after the other; `$1` is the time so long ago. Never empty: how many rows they touched.
    public Mono<Integer> forget(Duration kept, List<String> statements) {
        return Flux.defer(() -> Flux.fromIterable(statements))
                .concatMap(sql -> database.sql(sql)
                        .bind("$1", clock.instant().minus(kept).atOffset(UTC))
                        .fetch()
                        .rowsUpdated())
                .reduce(0L, Long::sum)
                .map(Long::intValue);
    }
}
