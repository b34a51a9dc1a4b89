package org.linli.platform.jobs;

import io.r2dbc.spi.R2dbcException;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.platform.traces.Failed;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Goes through rows so that one which fails, today and always, keeps no other waiting. A database that is away keeps
/// all of them waiting, and is signalled.
///
/// All rows are read before the first is worked on, so that no connection is held meanwhile.
public final class EachAlone {

    private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

    private EachAlone() {}

    /// How much was done with all of them. A row that fails is told in the log and comes again in the next round. Never
    /// empty.
    ///
    /// @param rows print themselves without anything personal
    /// @param work a value for each thing that was done
    public static <R> Mono<Integer> of(Flux<R> rows, Logger log, Function<R, ? extends Publisher<?>> work) {
        return read(rows)
                .concatMap(row -> Flux.<Object>from(work.apply(row)).onErrorResume(EachAlone::isOfTheRow, failure -> {
                    log.warn("{} is left for the next round: {}", row, Failed.briefly(failure));
                    return Flux.empty();
                }))
                .count()
                .map(Long::intValue);
    }

    /// What was done with all of them where they belong together; then the first failure is signalled, if there was
    /// one.
    public static <R, T> Flux<T> together(Flux<R> rows, Function<R, ? extends Publisher<T>> work) {
        return Flux.defer(() -> {
            var failures = new ArrayList<Throwable>();
            return read(rows)
                    .concatMap(row -> Flux.from(work.apply(row)).onErrorResume(EachAlone::isOfTheRow, failure -> {
                        failures.add(failure);
                        return Flux.empty();
                    }))
                    .concatWith(Flux.defer(() -> failures.isEmpty() ? Flux.empty() : Flux.error(failures.getFirst())));
        });
    }

    private static <R> Flux<R> read(Flux<R> rows) {
        return rows.collectList().flatMapIterable(all -> all);
    }

    /// A transaction that cannot begin and an answer that does not come are of no row, whatever the reason.
    private static boolean isOfTheRow(Throwable failure) {
        return switch (failure) {
            case CannotCreateTransactionException _, TimeoutException _ -> false;
            case DataAccessResourceFailureException _ ->
                failure.getCause() instanceof R2dbcException said && answered(said.getSqlState());
            default -> true;
        };
    }

    /// The driver calls everything that it does not know a lack of resources, like a row that is too large.
    ///
    /// Classes of PostgreSQL's error codes: no connection, too little of something, an operator, the system.
    /// <https://www.postgresql.org/docs/18/errcodes-appendix.html>
    private static boolean answered(@Nullable String state) {
        return state != null && AWAY.stream().noneMatch(state::startsWith);
    }
}
