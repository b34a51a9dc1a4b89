package org.linli.cases;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// How often the same is reported at the same place (热度): "the 12th report about this lift this year". Counted by one
/// query over an index of place, label and time; what was withdrawn does not count, what was merged does.
@Component
public class HeatOfPlace {

    private static final int MOST_SHOWN = 6;

    private static final String THIS_YEAR = """
            select number, state, opened_at, count(*) over () as times from cases.cases
            where community_id = $1 and spot = $2 and label = $3 and opened_at between $4 and $5
              and (state <> 'WITHDRAWN' or number = $6)
            order by opened_at desc, number desc limit $7""";

    /// @param times  which one it is this year, from 1; 0 where the place is not known
    /// @param before the latest ones before it, the latest first
    public record Heat(long times, List<Earlier> before) {

        static final Heat NONE = new Heat(0, List.of());

        public Heat {
            before = List.copyOf(before);
        }
    }

    public record Earlier(String number, State state, Instant openedAt) {}

    private record Row(long times, Earlier earlier) {}

    private final DatabaseClient database;

    HeatOfPlace(DatabaseClient database) {
        this.database = database;
    }

    /// Never empty.
    public Mono<Heat> of(Case it) {
        var problem = it.problem();
        return problem.spot().isEmpty()
                ? Mono.just(Heat.NONE)
                : database.sql(THIS_YEAR)
                        .bind(0, it.community().value())
                        .bind(1, problem.spot())
                        .bind(2, problem.label())
                        .bind(3, SpokenTime.newYear(it.openedAt()).atOffset(UTC))
                        .bind(4, it.openedAt().atOffset(UTC))
                        .bind(5, it.number())
                        .bind(6, MOST_SHOWN)
                        .map(HeatOfPlace::row)
                        .all()
                        .collectList()
                        .map(rows -> heat(it, rows));
    }

    private static Row row(Readable row) {
        return new Row(
                number(row, "times"),
                new Earlier(text(row, "number"), State.valueOf(text(row, "state")), instant(row, "opened_at")));
    }

    private static Heat heat(Case it, List<Row> rows) {
        return new Heat(
                rows.stream().mapToLong(Row::times).max().orElse(0),
                rows.stream()
                        .map(Row::earlier)
                        .filter(other -> !other.number().equals(it.number()))
                        .toList());
    }
}
