package org.linli.platform.retention;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Forgets what is older than its community wants. What was chosen is read anew for every round: it holds on all
/// replicas from the next one on.
@Component
public class Retention {

    private record Chosen(String community, int days) {}

    private final DatabaseClient database;
    private final Clock clock;

    public Retention(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Forgets these one after the other, for everybody's time. Never empty: how many rows that were.
    public Mono<Integer> forget(Period period, List<Old> kinds) {
        return due(period)
                .concatMap(due -> Flux.fromIterable(kinds).concatMap(it -> it.forget(database, due)))
                .reduce(0L, Long::sum)
                .map(Long::intValue);
    }

    /// How many rows of the community would be forgotten at once. Never empty.
    ///
    /// @param query with one row and a column `n`; `$1` is before when, `$2` the community
    public Mono<Long> count(CommunityId community, int days, String query) {
        return database.sql(query)
                .bind("$1", ago(days).atOffset(ZoneOffset.UTC))
                .bind("$2", community.value())
                .map(row -> number(row, "n"))
                .one();
    }

    /// How many days the community keeps it now. Never empty.
    public Mono<Integer> days(CommunityId community, Period period) {
        return database.sql("select days from retention.periods where community_id = $1 and kind = $2")
                .bind("$1", community.value())
                .bind("$2", period.kind())
                .map(row -> period.within(integer(row, "days")))
                .one()
                .defaultIfEmpty(period.usual());
    }

    private Flux<Due> due(Period period) {
        return database.sql("select community_id, days from retention.periods where kind = $1")
                .bind("$1", period.kind())
                .map(row -> new Chosen(text(row, "community_id"), period.within(integer(row, "days"))))
                .all()
                .collect(
                        Collectors.groupingBy(Chosen::days, Collectors.mapping(Chosen::community, Collectors.toList())))
                .flatMapIterable(chosen -> Due.all(period, chosen, this::ago));
    }

    private Instant ago(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }
}
