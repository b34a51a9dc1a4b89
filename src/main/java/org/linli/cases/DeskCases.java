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
    private static final int PIECE = 2_000;

    /// Supporters and reminders are counted for the rows of the page alone.
    private static final String ROWS = """
            select c.*,
              (select count(*) from cases.supporters s
               where s.community_id = c.community_id and s.number = c.number)::int as supporters,
              (select count(*) from cases.steps t
               where t.community_id = c.community_id and t.number = c.number and t.kind = 'URGED')::int as urged
            from (select c.* %s and (c.due_at, c.number) > (:dueAt, :number) order by c.due_at, c.number limit :limit) c
            order by c.due_at, c.number""";

    private static final String TOTALS = """
            select (select count(*) from (select 1 %s limit :most) it) as total,
              (select count(*) from (select 1 %s limit :most) it) as late""";

    private record Totals(long total, long late) {}

    private final DatabaseClient database;
    private final Clock clock;

    DeskCases(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Never empty; a page may be.
    public Mono<DeskPage> page(Sight sight, DeskFilter filter, Cursor after) {
        int most = filter.text().isEmpty() ? DeskPage.MOST_COUNTED : DeskPage.FEW_COUNTED;
        return Mono.zip(
                rows(sight, filter, after, PAGE + 1).collectList(),
                totals(sight, filter, most),
                (rows, totals) -> page(rows, totals, PAGE, most));
    }

    /// As [#page], with the first fifty open emergencies on top of the first page instead of at their deadlines.
    public Mono<DeskPage> emergenciesFirst(Sight sight, DeskFilter filter, Cursor after) {
        var page = page(sight, filter, after);
        return filter.isOpen() && filter.priority().isEmpty()
                ? Mono.zip(emergencies(sight, filter), page, (first, all) -> all.after(first, after))
                : page;
    }

    private Mono<List<DeskPage.Row>> emergencies(Sight sight, DeskFilter filter) {
        return rows(sight, filter.pressing(Priority.EMERGENCY.word()), Cursor.START, PAGE)
                .collectList();
    }

    /// Its beginning alone, where it stands beside others.
    public Mono<DeskPage> beginning(Sight sight, DeskFilter filter, int length) {
        return Mono.zip(
                rows(sight, filter, Cursor.START, length + 1).collectList(),
                totals(sight, filter, DeskPage.FEW_COUNTED),
                (rows, totals) -> page(rows, totals, length, DeskPage.FEW_COUNTED));
    }

    /// How many there are; more than [DeskPage#MOST_COUNTED] are not counted. Never empty.
    public Mono<Long> count(Sight sight, DeskFilter filter) {
        return totals(sight, filter, DeskPage.MOST_COUNTED).map(Totals::total);
    }

    /// Whether [#all] would not be all of it. Never empty.
    public Mono<Boolean> isTooLong(Sight sight, DeskFilter filter) {
        return isLongerThan(MOST_EXPORTED, sight, filter);
    }

    Mono<Boolean> isLongerThan(int rows, Sight sight, DeskFilter filter) {
        return totals(sight, filter, rows).map(it -> it.total() > rows);
    }

    /// All of it, for a spreadsheet, up to 50,000 rows.
    public Flux<DeskPage.Row> all(Sight sight, DeskFilter filter) {
        return rows(sight, filter, Cursor.START, MOST_EXPORTED);
    }

    /// All of it, however long, read in pieces: for those who write it down as it comes. What changes meanwhile may be
    /// in it twice or not at all.
    public Flux<DeskPage.Row> everything(Sight sight, DeskFilter filter) {
        return everything(sight, filter, PIECE);
    }

    Flux<DeskPage.Row> everything(Sight sight, DeskFilter filter, int piece) {
        return piece(sight, filter, Cursor.START, piece)
                .expand(rows -> rows.size() < piece
                        ? Mono.empty()
                        : piece(sight, filter, Cursor.of(rows.getLast().it()), piece))
                .concatMapIterable(rows -> rows);
    }

    private Mono<List<DeskPage.Row>> piece(Sight sight, DeskFilter filter, Cursor after, int length) {
        return rows(sight, filter, after, length).collectList();
    }

    /// The history, the earliest step first.
    public Flux<Step> history(CommunityId community, String number) {
        return database.sql("select * from cases.steps where community_id = $1 and number = $2 order by id")
                .bind(0, community.value())
                .bind(1, number)
                .map(StepColumns::read)
                .all();
    }

    private static DeskPage page(List<DeskPage.Row> rows, Totals totals, int length, int most) {
        var shown = rows.stream().limit(length).toList();
        var next = rows.size() > length ? Optional.of(Cursor.of(shown.getLast().it())) : Optional.<Cursor>empty();
        return new DeskPage(shown, next, totals.total(), totals.late(), most);
    }

    private Flux<DeskPage.Row> rows(Sight sight, DeskFilter filter, Cursor after, int limit) {
        return rows("", DeskQuery.of(sight, filter, clock.instant()), after, limit)
                .map(row -> new DeskPage.Row(CaseColumns.read(row), integer(row, "supporters"), integer(row, "urged")))
                .all();
    }

    /// @param before `explain`, or nothing
    GenericExecuteSpec rows(String before, DeskQuery query, Cursor after, int limit) {
        return query.bind(database.sql(before + ROWS.formatted(query.where())))
                .bind("dueAt", after.dueAt().atOffset(ZoneOffset.UTC))
                .bind("number", after.number())
                .bind("limit", limit);
    }

    private Mono<Totals> totals(Sight sight, DeskFilter filter, int most) {
        return totals("", DeskQuery.of(sight, filter, clock.instant()), filter, most)
                .map(row -> new Totals(number(row, "total"), number(row, "late")))
                .one();
    }

    GenericExecuteSpec totals(String before, DeskQuery query, DeskFilter filter, int most) {
        var late = query.late(clock.instant());
        String lateOnes = filter.mayBeOpen() ? late.where() : "where false";
        return (filter.mayBeOpen() ? late : query)
                .bind(database.sql(before + TOTALS.formatted(query.where(), lateOnes)))
                .bind("most", most + 1);
    }
}
