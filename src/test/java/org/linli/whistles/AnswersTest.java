package org.linli.whistles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.linli.platform.database.CommunityId;
import org.linli.whistles.Answers.Outcome;
import org.linli.whistles.Answers.Trouble;
import org.linli.whistles.Whistle.State;

class AnswersTest {

    private static final Instant NINE = Instant.parse("2026-06-10T01:00:00Z");
    private static final Instant ELEVEN = NINE.plus(Duration.ofHours(2));

    private static final Whistle BLOWN = Whistle.blown(
            new CommunityId("lm"),
            "w1",
            "LM-2026-000001",
            "enforcement",
            new Whistle.Call("楼顶搭棚", "chen", NINE, ELEVEN));

    @Test
    void whoeverComesIsNamedAndIsInTimeUntilTheLastMoment() {
        var came = moved(BLOWN, new Answer.ReportIn(" 丁毅 "), ELEVEN);

        assertThat(came.reporter()).isEqualTo("丁毅");
        assertThat(came.isLate(NINE.plus(Duration.ofDays(3)))).isFalse();
        assertThat(moved(BLOWN, new Answer.ReportIn("丁毅"), ELEVEN.plusMillis(1)).isLate(ELEVEN))
                .isTrue();
    }

    @Test
    void aRefusalNeedsAReasonIsCountedAndMayBeOverruledWithANewClock() {
        assertDeclined(BLOWN, new Answer.Refuse("  "), Trouble.WORDS_MISSING);
        var refused = moved(BLOWN, new Answer.Refuse("不归我们管"), NINE);
        assertThat(refused.refusals()).isEqualTo(1);

        assertDeclined(refused, new Answer.Insist("归你们管", "chen", NINE), Trouble.TIME_OVER);
        var again = moved(refused, new Answer.Insist("归你们管", "chen", ELEVEN.plusSeconds(60)), NINE);
        assertThat(again.state()).isEqualTo(State.CALLED);
        assertThat(again.call().reportBy()).isEqualTo(ELEVEN.plusSeconds(60));
        assertThat(moved(again, new Answer.Refuse("还是不归"), NINE).refusals()).isEqualTo(2);
    }

    @Test
    void nobodyIsChasedBeforeTheTimeIsOverAndNobodyTwice() {
        assertDeclined(BLOWN, new Answer.Chase(), Trouble.NOT_NOW, ELEVEN);
        var chased = moved(BLOWN, new Answer.Chase(), ELEVEN.plusSeconds(1));

        assertDeclined(chased, new Answer.Chase(), Trouble.NOT_NOW, ELEVEN.plusSeconds(99));
        assertThat(moved(chased, new Answer.ReportIn("丁毅"), ELEVEN.plusSeconds(100))
                        .isLate(ELEVEN))
                .isTrue();
    }

    @Test
    void onlyWhatWasDoneIsRatedAndWithStars() {
        assertDeclined(BLOWN, new Answer.Rate(5, ""), Trouble.NOT_NOW);
        var done = moved(moved(BLOWN, new Answer.ReportIn("丁毅"), NINE), new Answer.Finish("拆了"), NINE);

        assertDeclined(done, new Answer.Rate(0, "好"), Trouble.STARS_MISSING);
        assertDeclined(done, new Answer.Rate(6, "好"), Trouble.STARS_MISSING);
        assertThat(moved(done, new Answer.Rate(4, "好"), NINE).verdict()).isEqualTo(new Whistle.Verdict(4, "好"));
    }

    @Test
    void whoHasReportedInCannotRefuseAnyMoreAndIsNotRatedBeforeItIsDone() {
        var came = moved(BLOWN, new Answer.ReportIn("丁毅"), NINE);

        assertDeclined(came, new Answer.Refuse("不归我们管"), Trouble.NOT_NOW);
        assertDeclined(came, new Answer.Rate(5, "好"), Trouble.NOT_NOW);
    }

    @Test
    void aNameIsNeitherMissingNorANovel() {
        assertDeclined(BLOWN, new Answer.ReportIn(" "), Trouble.NAME_MISSING);
        assertDeclined(BLOWN, new Answer.ReportIn("名".repeat(41)), Trouble.NAME_MISSING);
    }

    @Provide
    Arbitrary<List<Answer>> answers() {
        return Arbitraries.<Answer>of(
                        new Answer.ReportIn("丁毅"),
                        new Answer.Tell("在路上"),
                        new Answer.Finish("拆了"),
                        new Answer.Refuse("不归我们管"),
                        new Answer.Insist("归你们管", "chen", ELEVEN.plus(Duration.ofDays(1))),
                        new Answer.Release("不用来了"),
                        new Answer.Rate(3, ""),
                        new Answer.Chase())
                .list()
                .ofMaxSize(20);
    }

    /// Whatever people do, in whatever order: it stays in order, and what is over stays over.
    @Property
    void noSequenceOfAnswersLosesTheThread(@ForAll("answers") List<Answer> answers) {
        var it = BLOWN;
        var now = NINE;
        for (Answer answer : answers) {
            now = now.plus(Duration.ofMinutes(25));
            if (new Answers(it, "somebody", now).make(answer) instanceof Outcome.Moved(Whistle before, var step)) {
                var after = step.after();
                assertThat(before.state().isOver()).isFalse();
                assertThat(after.version()).isEqualTo(before.version() + 1);
                assertThat(after.reportedAt() != null)
                        .isEqualTo(!after.reporter().isEmpty());
                assertThat(after.verdict() != null).isEqualTo(after.state() == State.RATED);
                if (after.state() == State.REPORTED_IN || after.state() == State.DONE) {
                    assertThat(Objects.requireNonNull(after.reportedAt())).isBeforeOrEqualTo(now);
                }
                it = after;
            }
        }
    }

    private static Whistle moved(Whistle from, Answer answer, Instant now) {
        assertThat(new Answers(from, "somebody", now).make(answer)).isInstanceOf(Outcome.Moved.class);
        return ((Outcome.Moved) new Answers(from, "somebody", now).make(answer))
                .step()
                .after();
    }

    private static void assertDeclined(Whistle from, Answer answer, Trouble why) {
        assertDeclined(from, answer, why, NINE);
    }

    private static void assertDeclined(Whistle from, Answer answer, Trouble why, Instant now) {
        assertThat(new Answers(from, "somebody", now).make(answer)).isEqualTo(new Outcome.Declined(why));
    }
}
