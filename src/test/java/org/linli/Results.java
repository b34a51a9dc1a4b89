package org.linli;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Waits for what a test needs to know; for ever is too long.
public final class Results {

    private static final Duration LONG = Duration.ofSeconds(60);

    private Results() {}

    public static <T> T result(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(LONG), "completed without a result");
    }

    public static <T> List<T> results(Flux<T> flux) {
        return result(flux.collectList());
    }

    /// The number that a query with one row and a column `n` finds.
    public static long number(DatabaseClient database, String query) {
        return result(database.sql(query).map(row -> Columns.number(row, "n")).one());
    }

    public static void completed(Mono<?> mono) {
        mono.block(LONG);
    }
}
