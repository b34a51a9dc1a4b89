package org.linli.cases;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.linli.cases.DeskPage.Cursor;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What the desk reads.
@Component
public class DeskCases {

    public static final int PAGE = 50;
    private static final int MOST_EXPORTED = 50_000;

    private static final String SEEN = """
             from cases.cases c
            where c.community_id = :community
              and (:all or c.unit = :unit or c.spot = any(:places))
              and (:everyState or c.state = :state or (:state = 'open' and c.is_open))
              and (:ofUnit = '' or c.unit = :ofUnit)
              and (:label = '' or c.label = :label)
              and (not :late or (c.is_open and c.waiting_since is null and c.due_at < :now))
              and (:text = '%%' or c.words ilike :text or c.number ilike :text)""";

    private static final String ROWS =
            """
            select c.*,
              (select count(*) from cases.supporters s
               where s.community_id = c.community_id and s.number = c.number)::int as supporters,
              (select count(*) from cases.steps t
               where t.community_id = c.community_id and t.number = c.number and t.kind = 'URGED')::int as urged""" + SEEN + " and (c.due_at, c.number) > (:dueAt, :number) order by c.due_at, c.number limit :limit";

    private static final String TOTALS =
            "select count(*) as total, count(*) filter (where c.is_open and c.waiting_since is null and c.due_at < :now) as late"
                    + SEEN;

    private record Totals(long total, long late) {}

    private final DatabaseClient database;
    private final Clock clock;

    DeskCases(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Never empty; a page may be.
    public Mono<DeskPage> page(Sight sight, DeskFilter filter, Cursor after) {
        return Mono.zip(rows(sight, filter, after, PAGE + 1).collectList(), totals(sight, filter), DeskCases::page);
    }

    /// All of it, for a spreadsheet, up to 50,000 rows.
    public Flux<DeskPage.Row> all(Sight sight, DeskFilter filter) {
        return rows(sight, filter, Cursor.START, MOST_EXPORTED);
    }

    /// The history, the earliest step first.
    public Flux<Step> history(CommunityId community, String number) {
        return database.sql("select * from cases.steps where community_id = $1 and number = $2 order by id")
                .bind(0, community.value())
                .bind(1, number)
                .map(StepColumns::read)
                .all();
    }

    private static DeskPage page(List<DeskPage.Row> rows, Totals totals) {
        var shown = rows.stream().limit(PAGE).toList();
        var next = rows.size() > PAGE ? Optional.of(Cursor.of(shown.getLast().it())) : Optional.<Cursor>empty();
        return new DeskPage(shown, next, totals.total(), totals.late());
    }

    private Flux<DeskPage.Row> rows(Sight sight, DeskFilter filter, Cursor after, int limit) {
        return bind(database.sql(ROWS), sight, filter)
                .bind("dueAt", after.dueAt().atOffset(ZoneOffset.UTC))
                .bind("number", after.number())
                .bind("limit", limit)
                .map(row -> new DeskPage.Row(CaseColumns.read(row), integer(row, "supporters"), integer(row, "urged")))
                .all();
    }

    private Mono<Totals> totals(Sight sight, DeskFilter filter) {
        return bind(database.sql(TOTALS), sight, filter)
                .map(row -> new Totals(number(row, "total"), number(row, "late")))
                .one();
    }

    private GenericExecuteSpec bind(GenericExecuteSpec sql, Sight sight, DeskFilter filter) {
        return sql.bind("community", sight.community().value())
                .bind("all", sight.all())
                .bind("unit", sight.unit())
                .bind("places", sight.places().toArray(String[]::new))
                .bind("everyState", filter.all())
                .bind("state", filter.exactly().map(State::name).orElse("open"))
                .bind("ofUnit", filter.unit())
                .bind("label", filter.label())
                .bind("late", filter.late())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("text", filter.pattern());
    }
}
