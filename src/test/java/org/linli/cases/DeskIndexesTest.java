package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.LinliTest;
import org.linli.cases.DeskPage.Cursor;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/// Whether the desk's pages find 20,000 cases by indexes: what the database means to do, not how long it takes.
@LinliTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskIndexesTest {

    private static final CommunityId MANY = new CommunityId("many-cases");
    private static final Sight EVERYTHING = new Sight(MANY, true, "desk", Set.of(), "s7");
    private static final Sight UNIT = new Sight(MANY, false, "u7", Set.of(), "s7");
    private static final Sight GRID = new Sight(MANY, false, "u7", Set.of("b1", "b2", "b3"), "s7");

    @Autowired
    DatabaseClient database;

    @Autowired
    DeskCases cases;

    @Autowired
    OpenByPlace places;

    @Autowired
    Clock clock;

    @BeforeAll
    void twentyThousandCases() {
        run("""
            insert into cases.cases (community_id, number, label, place, spot, detail, words, reporter_address, state,
              is_open, unit, assignee, due_at, opened_at, version, passed, priority)
            select 'many-cases', 'MC-2026-' || lpad(i::text, 6, '0'), 'report.' || i % 19, 'b' || i % 400, 'b' || i % 400,
              '', case when i % 500 = 0 then '井盖翻了' else '楼道的灯坏了，晚上看不见路' end || i, 'webchat:many:person:p' || i,
              (array['ASSIGNED', 'IN_PROGRESS', 'WAITING', 'RETURNED', 'RESOLVED', 'CLOSED', 'CLOSED', 'CLOSED'])[1 + i % 8],
              i % 8 < 4, 'u' || i % 50, 's' || i % 100, now() + (i - 10000) * interval '1 minute',
              now() - i * interval '1 minute', 1, i % 40 / 19,
              case when i % 97 = 0 then 'URGENT' else 'ORDINARY' end
            from generate_series(1, 20000) i""");
        run(
                "insert into cases.told (community_id, number, unit, at)"
                        + " select community_id, number, 'u7', now() from cases.cases where community_id = 'many-cases' and unit = 'u9'");
        run("vacuum analyze cases.cases");
        run("analyze cases.told");
    }

    @AfterAll
    void nothingIsLeft() {
        run("delete from cases.cases where community_id = 'many-cases'");
        run("delete from cases.told where community_id = 'many-cases'");
    }

    static Stream<Arguments> lists() {
        var open = DeskFilter.OPEN;
        return Stream.of(
                Arguments.of(EVERYTHING, open, "cases_by_deadline"),
                Arguments.of(EVERYTHING, open.in("all"), "cases_ever_by_deadline"),
                Arguments.of(EVERYTHING, open.in("RESOLVED"), "cases_of_state"),
                Arguments.of(EVERYTHING, DeskFilter.of("open", "u7", "", false, ""), "cases_of_unit"),
                Arguments.of(EVERYTHING, DeskFilter.of("open", "", "report.3", false, ""), "cases_of_label"),
                Arguments.of(EVERYTHING, DeskFilter.of("open", "", "", true, ""), "cases_by_deadline"),
                Arguments.of(EVERYTHING, DeskFilter.of("all", "", "", false, "井盖"), "cases_by_words"),
                Arguments.of(EVERYTHING, DeskFilter.of("all", "", "", false, "盖"), "cases_by_words"),
                Arguments.of(EVERYTHING, DeskFilter.of("all", "", "", false, "000123"), "cases_by_words"),
                Arguments.of(EVERYTHING, open.whose("mine"), "cases_of_person"),
                Arguments.of(EVERYTHING, open.pressing("urgent"), "cases_pressing"),
                Arguments.of(EVERYTHING, open.whose("handed-on"), "cases_handed_on"),
                Arguments.of(EVERYTHING, open.at("b7"), "cases_open_at_spot"),
                Arguments.of(UNIT, open, "cases_of_unit"),
                Arguments.of(UNIT, open, "told_of_unit"),
                Arguments.of(UNIT, open.in("to-accept"), "cases_of_unit"),
                Arguments.of(UNIT, open.whose("told"), "told_of_unit"),
                Arguments.of(GRID, open, "cases_"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("lists")
    void aPageAndItsCountsAreFoundByAnIndex(Sight sight, DeskFilter filter, String index) {
        var query = DeskQuery.of(sight, filter, clock.instant());
        var rows = plan(cases.rows("explain ", query, Cursor.START, 51));
        var totals = plan(cases.totals("explain ", query, filter, DeskPage.MOST_COUNTED));

        assertThat(rows).contains(index).doesNotContain("Seq Scan on cases");
        assertThat(totals).doesNotContain("Seq Scan on cases");
    }

    @Test
    void whatIsOpenInABuildingAndWhatWasOpenedInADayAreFoundByAnIndex() {
        assertThat(plan(places.at("explain ", EVERYTHING, "b7")))
                .contains("cases_open_at_spot")
                .doesNotContain("Seq Scan on cases");
        assertThat(plan(database.sql("""
                        explain select unit, count(*) from cases.cases where community_id = 'many-cases'
                          and opened_at between now() - interval '1 day' and now() group by unit"""))).contains("cases_by_opening");
    }

    @Test
    void theNextPageBeginsWhereTheOneBeforeEnded() {
        var first = Objects.requireNonNull(
                cases.page(EVERYTHING, DeskFilter.OPEN, Cursor.START).block());
        var next = Objects.requireNonNull(
                cases.page(EVERYTHING, DeskFilter.OPEN, first.next().orElseThrow())
                        .block());

        assertThat(first.total()).isEqualTo(10_000);
        assertThat(first.rows()).hasSize(DeskCases.PAGE);
        assertThat(next.rows().getFirst().it().care().dueAt())
                .isAfterOrEqualTo(first.rows().getLast().it().care().dueAt());
        assertThat(plan(cases.rows(
                        "explain ",
                        DeskQuery.of(EVERYTHING, DeskFilter.OPEN, clock.instant()),
                        first.next().orElseThrow(),
                        51)))
                .contains("ROW(")
                .doesNotContain("Sort  ");
    }

    @Test
    void everythingIsReadInPiecesOnceEach() {
        var numbers = Objects.requireNonNull(cases.everything(EVERYTHING, DeskFilter.OPEN.in("all"), 777)
                .map(row -> row.it().number())
                .collectList()
                .block());

        assertThat(numbers).hasSize(20_000).doesNotHaveDuplicates();
    }

    @Test
    void aListThatIsTooLongIsKnownBeforeItIsRead() {
        var all = DeskFilter.OPEN.in("all");

        assertThat(cases.isLongerThan(19_999, EVERYTHING, all).block()).isTrue();
        assertThat(cases.isLongerThan(20_000, EVERYTHING, all).block()).isFalse();
        assertThat(cases.isTooLong(EVERYTHING, all).block()).isFalse();
    }

    @Test
    void moreThanTenThousandAreNotCounted() {
        var page =
                cases.page(EVERYTHING, DeskFilter.OPEN.in("all"), Cursor.START).block();

        assertThat(Objects.requireNonNull(page).total()).isEqualTo(DeskPage.MOST_COUNTED + 1);
    }

    @Test
    void wordsAreFoundWhereverTheyStandAndHoweverTheyAreWritten() {
        assertThat(found("井盖翻")).isEqualTo(40);
        assertThat(found("mc-2026-000500")).isOne();
        assertThat(found("100%")).isZero();
        assertThat(found("盖")).isEqualTo(40);
    }

    private long found(String text) {
        var filter = DeskFilter.of("all", "", "", false, text);
        return Objects.requireNonNull(
                        cases.page(EVERYTHING, filter, Cursor.START).block())
                .total();
    }

    private static String plan(GenericExecuteSpec explained) {
        List<String> lines = explained
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .block();
        return String.join("\n", Objects.requireNonNull(lines));
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}
