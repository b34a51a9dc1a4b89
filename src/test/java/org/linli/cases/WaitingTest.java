package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.cases.Sunshine.NINE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final Who WANG = Who.staff("wang", "王物业");
    private static final Who ZHANG = Who.resident("zhang");

    @Test
    void theTimeInWhichTheResidentIsWaitedForIsNotCounted() {
        var opened = Sunshine.liftCase();
        var asked = moved(opened, WANG, NINE.plus(Duration.ofMinutes(30)), new Act.Ask("哪部电梯?"));
        var added = moved(asked.after(), ZHANG, NINE.plus(Duration.ofHours(20)), new Act.Add("左边", List.of()));

        assertThat(asked.after().state()).isEqualTo(State.WAITING);
        assertThat(asked.clocks().ended()).containsExactlyInAnyOrder("accept", "solve");
        assertThat(asked.after().isLate(NINE.plus(Duration.ofDays(9)))).isFalse();
        assertThat(added.after().state()).isEqualTo(State.IN_PROGRESS);
        // an hour and a half were left
        assertThat(added.after().care().dueAt()).isEqualTo(NINE.plus(Duration.ofMinutes(21 * 60 + 30)));
        assertThat(added.clocks().begun())
                .extracting(Deadline::name, Deadline::dueAt)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "solve", added.after().care().dueAt()));
    }

    @Test
    void workingTimeThatWasLeftIsWorkingTimeAgain() {
        var noise = Sunshine.caseOf("report.noise", "吵", Sunshine.neighbour("zhang"), State.IN_PROGRESS);
        var asked = moved(noise, WANG, NINE, new Act.Ask("几点?"));
        var later = NINE.plus(Duration.ofDays(5));
        var added = moved(asked.after(), ZHANG, later, new Act.Add("夜里", List.of()));
        var hours = Sunshine.workflow("report.noise").hours();

        assertThat(hours.between(later, added.after().care().dueAt()))
                .isEqualTo(hours.between(NINE, noise.care().dueAt()));
    }

    @Test
    void whatWasLateBeforeTheResidentWasAskedStaysLate() {
        var opened = Sunshine.liftCase();
        var asked = moved(opened, WANG, NINE.plus(Duration.ofHours(3)), new Act.Ask("哪部电梯?"));
        var added = moved(asked.after(), ZHANG, NINE.plus(Duration.ofHours(20)), new Act.Add("左边", List.of()));

        assertThat(added.after().care().dueAt()).isEqualTo(opened.care().dueAt());
    }

    @Test
    void anotherUnitHasItsOwnTimeToAcceptAndIsRemindedInTheLastQuarter() {
        var later = NINE.plus(Duration.ofMinutes(20));
        var passed = moved(Sunshine.liftCase(), WANG, later, new Act.PassOn("lift", "归维保"));

        assertThat(passed.clocks().begun()).singleElement().satisfies(clock -> {
            assertThat(clock.name()).isEqualTo("accept");
            assertThat(clock.dueAt()).isEqualTo(later.plus(Duration.ofMinutes(30)));
            assertThat(clock.nextAt()).isEqualTo(clock.dueAt().minus(Duration.ofSeconds(450)));
        });
    }

    @Test
    void nothingIsPromisedForYears() {
        assertThat(refused(new Act.Promise(NINE.plus(Promises.FARTHEST).plusSeconds(1), "以后")))
                .isEqualTo(Outcome.Refusal.TOO_LONG);
    }

    @Test
    void aPromiseIsAClockOfItsOwnUntilItIsDone() {
        var promised = moved(Sunshine.liftCase(), WANG, NINE, new Act.Promise(NINE.plus(Duration.ofHours(5)), "下午"));
        var resolved = moved(promised.after(), WANG, NINE, new Act.Resolve("好了", List.of()));

        assertThat(promised.clocks().begun())
                .extracting(Deadline::name, Deadline::dueAt)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Deadline.PROMISE, NINE.plus(Duration.ofHours(5))));
        assertThat(resolved.clocks().ended()).contains(Deadline.PROMISE);
        assertThat(refused(new Act.Promise(NINE.minusSeconds(1), ""))).isEqualTo(Outcome.Refusal.TIME_MISSING);
        assertThat(refused(new Act.Promise(null, ""))).isEqualTo(Outcome.Refusal.TIME_MISSING);
    }

    private static Outcome.Moved moved(Case from, Who who, Instant now, Act act) {
        return (Outcome.Moved)
                Objects.requireNonNull(Sunshine.moves(from, who, now).make(act));
    }

    private static Outcome.Refusal refused(Act act) {
        return ((Outcome.Refused)
                        Sunshine.moves(Sunshine.liftCase(), WANG, NINE).make(act))
                .why();
    }
}
