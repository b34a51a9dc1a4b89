package org.linli.cases.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.cases.Act;
import org.linli.cases.ActOnCase;
import org.linli.cases.FindCases;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.cases.Sight;
import org.linli.cases.SpokenTime;
import org.linli.cases.State;
import org.linli.cases.Sunshine;
import org.linli.cases.Who;
import org.linli.community.Communities;
import org.linli.community.ImportCommunity;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@LinliTest
class CallBacksTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Who CHEN = new Who(Who.Kind.DESK, "chen", "陈社工");

    @Autowired
    ImportCommunity imports;

    @Autowired
    Communities communities;

    @Autowired
    ReportCase reportCase;

    @Autowired
    ActOnCase acts;

    @Autowired
    DrawCallBacks drawing;

    @Autowired
    FindCallBacks callBacks;

    @Autowired
    RecordCall calls;

    @Autowired
    FindCases find;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    @BeforeEach
    void aCommunityWithoutCases() {
        DemoCommunity.isThere(imports);
        DemoCommunity.hasNoCases(database, "cases.clocks", "cases.draws", "cases.callbacks");
    }

    @Test
    void aTenthOfWhatWasDoneLastMonthIsDrawnOnceAndCanBeDrawnAgain() {
        resolvedLastMonth(12);

        drawing.round().block(Duration.ofSeconds(20));
        var draw = draw();
        drawing.round().block(Duration.ofSeconds(20));

        assertThat(draw().seed()).isEqualTo(draw.seed());
        assertThat(draw.pool()).hasSize(12);
        assertThat(rows()).hasSize(2).extracting(CallBack::number).isEqualTo(draw.drawn());
    }

    @Test
    void whatIsOpenAgainOrWasDoneInAnotherMonthIsNotDrawn() {
        resolvedLastMonth(4);
        var numbers = texts("select number from cases.cases order by number");
        var first = lastMonth().atDay(1).atStartOfDay(SpokenTime.ZONE);
        change("update cases.cases set state = 'REOPENED' where number = $1", numbers.get(0));
        change(
                "update cases.cases set resolved_at = '%s' where number = $1"
                        .formatted(first.minusSeconds(1).toOffsetDateTime()),
                numbers.get(1));
        change(
                "update cases.cases set resolved_at = '%s' where number = $1"
                        .formatted(first.plusMonths(1).toOffsetDateTime()),
                numbers.get(2));
        change(
                "update cases.cases set resolved_at = '%s' where number = $1".formatted(first.toOffsetDateTime()),
                numbers.get(3));

        drawing.round().block(Duration.ofSeconds(20));

        assertThat(draw().pool()).containsExactly(numbers.get(3));
        assertThat(called(numbers.get(0), CallBack.Result.SATISFIED))
                .as("not drawn")
                .isFalse();
        assertThat(texts("select kind as number from cases.steps where kind = 'CALLED_BACK'"))
                .isEmpty();
    }

    @Test
    void ofReplicasThatDrawAtOnceOneDraws() {
        resolvedLastMonth(30);

        var drawn = Flux.range(0, 3)
                .flatMap(_ -> drawing.round().subscribeOn(Schedulers.parallel()))
                .reduce(0, Integer::sum)
                .block(Duration.ofSeconds(20));

        assertThat(drawn)
                .isEqualTo(communities.all().count().map(Long::intValue).block());
        assertThat(rows()).hasSize(3);
    }

    @Test
    void whoIsNotSatisfiedGetsTheCaseOpenedAgainAndIsNotCalledTwice() {
        resolvedLastMonth(1);
        drawing.round().block(Duration.ofSeconds(20));
        String number = rows().getFirst().number();

        assertThat(called(number, CallBack.Result.NOT_REACHED)).isTrue();
        assertThat(called(number, CallBack.Result.NOT_SATISFIED)).isTrue();
        assertThat(called(number, CallBack.Result.SATISFIED)).isFalse();

        assertThat(rows().getFirst().result()).isEqualTo(CallBack.Result.NOT_SATISFIED);
        assertThat(Objects.requireNonNull(find.file(LM, number).block()).it().state())
                .isEqualTo(State.REOPENED);
    }

    private void resolvedLastMonth(int many) {
        var map = Objects.requireNonNull(communities.map(LM).block());
        var everything = new Sight(LM, true, "desk", Set.of());
        for (int i = 0; i < many; i++) {
            var report = new Report(
                    LM,
                    UUID.randomUUID().toString(),
                    "report.dispute",
                    map.place("b3").orElseThrow(),
                    "",
                    "一件事",
                    List.of(),
                    Sunshine.neighbour("n" + i),
                    clock.instant());
            var answer = Objects.requireNonNull(reportCase.report(report).block());
            effects.commit(answer.effects()).block();
            String number = Objects.requireNonNull(answer.facts().get("number"));
            acts.act(everything, number, 1, CHEN, new Act.Resolve("办了", List.of()), number + "/done")
                    .block();
        }
        database.sql("update cases.cases set resolved_at = $1")
                .bind(0, lastMonth().atDay(15).atStartOfDay(SpokenTime.ZONE).toOffsetDateTime())
                .then()
                .block();
    }

    private List<String> texts(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Columns.text(row, "number"))
                .all()
                .collectList()
                .block());
    }

    private void change(String sql, String number) {
        database.sql(sql).bind(0, number).then().block();
    }

    private YearMonth lastMonth() {
        return YearMonth.from(clock.instant().atZone(SpokenTime.ZONE)).minusMonths(1);
    }

    private Draw draw() {
        return Objects.requireNonNull(callBacks.draw(LM, lastMonth()).block());
    }

    private List<CallBack> rows() {
        return Objects.requireNonNull(callBacks.of(draw()).collectList().block());
    }

    private boolean called(String number, CallBack.Result result) {
        return Boolean.TRUE.equals(calls.record(new RecordCall.Heard(LM, lastMonth(), number, result, ""), CHEN)
                .block());
    }
}
