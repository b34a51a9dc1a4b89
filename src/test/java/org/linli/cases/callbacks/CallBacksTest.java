package org.linli.cases.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

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
    void aCommunityWithoutCases() throws IOException {
        imports.from("community.yaml", Files.readAllBytes(Path.of("deploy/demo/community.yaml")))
                .block();
        database.sql("""
                        truncate cases.cases, cases.steps, cases.supporters, cases.spots, cases.clocks, cases.draws,
                          cases.callbacks cascade""").then().block();
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
