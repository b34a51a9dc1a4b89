package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@LinliTest
class CloseCasesTest {

    private static final Instant NINE = Sunshine.NINE;

    @Autowired
    Effects effects;

    @Autowired
    Workflows workflows;

    @Autowired
    FindCases find;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void noCases() {
        DemoCommunity.hasNoCases(database);
    }

    @Test
    void whatSatisfiedIsClosedAfterThreeDays() {
        finished(new Act.Rate(new Rating(5, "")));

        assertThat(stateAfter(Duration.ofHours(71))).isEqualTo(State.RATED);
        assertThat(stateAfter(Duration.ofHours(73))).isEqualTo(State.CLOSED);
        assertThat(closings()).isOne();
    }

    @Test
    void whatNobodyJudgedIsClosedAfterTenDays() {
        finished(null);

        assertThat(stateAfter(Duration.ofDays(9))).isEqualTo(State.RESOLVED);
        assertThat(stateAfter(Duration.ofDays(11))).isEqualTo(State.CLOSED);
        assertThat(closings()).isOne();
    }

    @Test
    void whatDidNotSatisfyStaysOpen() {
        finished(new Act.Rate(new Rating(1, "还漏")));

        assertThat(stateAfter(Duration.ofDays(30))).isEqualTo(State.REOPENED);
    }

    private void finished(@Nullable Act verdict) {
        var opened = Sunshine.liftCase();
        effects.commit(List.of(new CaseOpened(opened, 0, List.of()))).block();
        var resolved = move(opened, Who.staff("wang", "王物业"), new Act.Resolve("修好了", List.of()));
        if (verdict != null) {
            move(resolved, Who.resident("zhang"), verdict);
        }
    }

    private Case move(Case from, Who who, Act act) {
        var moved = (Outcome.Moved) Sunshine.moves(from, who, NINE).make(act);
        effects.commit(List.of(new CaseMoved(from, moved.after()), new StepTaken(moved.step())))
                .block();
        return moved.after();
    }

    private State stateAfter(Duration passed) {
        var later = Clock.fixed(NINE.plus(passed), ZoneOffset.UTC);
        new CloseCases(database, workflows, effects, later).round().block();
        return Objects.requireNonNull(
                        find.file(Sunshine.ID, Sunshine.liftCase().number()).block())
                .it()
                .state();
    }

    private long closings() {
        return Objects.requireNonNull(
                database.sql("select count(*) from cases.steps where kind = 'CLOSED' and by_kind = 'SERVICE'")
                        .mapValue(Long.class)
                        .one()
                        .block());
    }
}
