package org.linli.polls;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.linli.polls.BallotCast.Trace;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps where ballots come from, hashed, and in which minute: finer it would lead from one source of a voter to the
/// others. A voter counts once for each source.
@Component
class Traces {

    private static final String KEEP = """
            insert into polls.traces (community_id, poll, kind, source, voter, at)
            select $1, $2, t.kind, t.source, t.voter, t.at
            from unnest($3::text[], $4::text[], $5::text[], $6::timestamptz[]) as t(kind, source, voter, at)
            order by t.kind, t.source, t.voter
            on conflict do nothing
            """;

    private record Row(BallotCast cast, Trace trace) {}

    private final DatabaseClient database;

    Traces(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> keep(Poll poll, List<BallotCast> cast) {
        var rows = cast.stream()
                .flatMap(it -> it.traces().stream().map(trace -> new Row(it, trace)))
                .toList();
        return rows.isEmpty()
                ? Mono.empty()
                : database.sql(KEEP)
                        .bind("$1", poll.community().value())
                        .bind("$2", poll.id())
                        .bind("$3", texts(rows, it -> it.trace().kind().name()))
                        .bind("$4", texts(rows, it -> it.trace().source()))
                        .bind("$5", texts(rows, it -> it.trace().voter()))
                        .bind(
                                "$6",
                                rows.stream()
                                        .map(it -> it.cast()
                                                .at()
                                                .truncatedTo(ChronoUnit.MINUTES)
                                                .atOffset(UTC))
                                        .toArray(OffsetDateTime[]::new))
                        .then();
    }

    private static String[] texts(List<Row> rows, Function<Row, String> what) {
        return rows.stream().map(what).toArray(String[]::new);
    }
}
