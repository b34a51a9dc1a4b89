package org.linli.cases.callbacks;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.linli.cases.SpokenTime;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who is called back.
@Component
public class FindCallBacks {

    private static final String DONE = """
            select number from cases.cases
            where community_id = $1 and resolved_at >= $2 and resolved_at < $3 and state in ('RESOLVED', 'RATED', 'CLOSED')
            order by number""";

    private final DatabaseClient database;

    FindCallBacks(DatabaseClient database) {
        this.database = database;
    }

    /// Months with a draw, the latest first; at most two years.
    public Flux<YearMonth> months(CommunityId community) {
        return database.sql("select month from cases.draws where community_id = $1 order by month desc limit 24")
                .bind(0, community.value())
                .map(row -> YearMonth.parse(text(row, "month")))
                .all();
    }

    /// Empty where that month was not drawn.
    public Mono<Draw> draw(CommunityId community, YearMonth month) {
        return database.sql("select * from cases.draws where community_id = $1 and month = $2")
                .bind(0, community.value())
                .bind(1, month.toString())
                .map(FindCallBacks::draw)
                .one();
    }

    /// In the order in which they were drawn.
    public Flux<CallBack> of(Draw draw) {
        return database.sql("select * from cases.callbacks where community_id = $1 and month = $2 order by place")
                .bind(0, draw.community().value())
                .bind(1, draw.month().toString())
                .map(FindCallBacks::callBack)
                .all();
    }

    /// Numbers of the cases that were called done in that month and are not open again, in order. Never empty; the list
    /// may be.
    Mono<List<String>> done(CommunityId community, YearMonth month) {
        return database.sql(DONE)
                .bind(0, community.value())
                .bind(1, begin(month).atOffset(UTC))
                .bind(2, begin(month.plusMonths(1)).atOffset(UTC))
                .map(row -> text(row, "number"))
                .all()
                .collectList();
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(SpokenTime.ZONE).toInstant();
    }

    private static Draw draw(Readable row) {
        return new Draw(
                new CommunityId(text(row, "community_id")),
                YearMonth.parse(text(row, "month")),
                text(row, "seed"),
                List.of(Objects.requireNonNull(row.get("pool", String[].class))),
                instant(row, "drawn_at"));
    }

    private static CallBack callBack(Readable row) {
        String result = row.get("result", String.class);
        return new CallBack(
                text(row, "number"),
                result == null ? null : CallBack.Result.valueOf(result),
                text(row, "words"),
                Objects.requireNonNullElse(row.get("by_name", String.class), ""),
                instantOrNull(row, "called_at"));
    }
}
