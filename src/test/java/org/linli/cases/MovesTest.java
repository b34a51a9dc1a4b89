package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.cases.Outcome.Refusal.ALREADY_DONE;
import static org.linli.cases.Outcome.Refusal.NOT_NEEDED;
import static org.linli.cases.Outcome.Refusal.NOT_NOW;
import static org.linli.cases.Outcome.Refusal.PICTURE_MISSING;
import static org.linli.cases.Outcome.Refusal.SAME_UNIT;
import static org.linli.cases.Outcome.Refusal.STAFF_ONLY;
import static org.linli.cases.Outcome.Refusal.TOO_LONG;
import static org.linli.cases.Outcome.Refusal.WORDS_MISSING;
import static org.linli.cases.Sunshine.NINE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovesTest {

    private static final Who WANG = Who.staff("wang", "王物业");
    private static final Who ZHANG = Who.resident(Sunshine.person("zhang").text());

    @Test
    void aCaseGoesFromReceivedToClosed() {
        var accepted = moved(Sunshine.liftCase(), WANG, new Act.Accept());
        var resolved = moved(accepted, WANG, new Act.Resolve("换了门锁", List.of()));
        var rated = moved(resolved, ZHANG, new Act.Rate(new Rating(5, "快")));
        var closed = moved(rated, WANG, new Act.Close(""));

        assertThat(List.of(accepted, resolved, rated, closed))
                .extracting(Case::state)
                .containsExactly(State.IN_PROGRESS, State.RESOLVED, State.RATED, State.CLOSED);
        assertThat(accepted.care().assignee()).isEqualTo("wang");
        assertThat(closed.version()).isEqualTo(5);
    }

    @Test
    void theSecondClickChangesNothing() {
        var accepted = moved(Sunshine.liftCase(), WANG, new Act.Accept());

        assertThat(refused(accepted, WANG, new Act.Accept())).isEqualTo(ALREADY_DONE);
    }

    @Test
    void aDissatisfiedResidentOpensItAgainWithANewPromise() {
        var resolved = moved(Sunshine.liftCase(), WANG, new Act.Resolve("修了", List.of()));
        var later = NINE.plus(Duration.ofDays(1));
        var outcome = (Outcome.Moved) Sunshine.moves(resolved, ZHANG, later).make(new Act.Rate(new Rating(2, "还是抖")));

        assertThat(outcome.after().state()).isEqualTo(State.REOPENED);
        assertThat(outcome.after().care().dueAt()).isEqualTo(later.plus(Duration.ofHours(2)));
        assertThat(outcome.after().rating()).isEqualTo(new Rating(2, "还是抖"));
        assertThat(outcome.step().words()).isEqualTo("★★ 还是抖");
        assertThat(outcome.news())
                .containsExactly(News.toResidents("case-reopened"), News.toUnit("case-unit-reopened"));
    }

    @Test
    void aPromiseOnlyMovesLaterAndNotForEver() {
        var promised = Sunshine.liftCase().care().dueAt();
        var later = promised.plus(Duration.ofDays(2));
        var delayed = moved(Sunshine.liftCase(), WANG, new Act.Delay(later, ""));

        assertThat(delayed.care().dueAt()).isEqualTo(later);
        assertThat(delayed.state()).isEqualTo(State.ASSIGNED);
        assertThat(delayed.version()).isEqualTo(2);
        assertThat(refused(delayed, WANG, new Act.Delay(later, ""))).isEqualTo(NOT_NEEDED);
        assertThat(refused(delayed, WANG, new Act.Delay(NINE.plus(Duration.ofDays(31)), "")))
                .isEqualTo(TOO_LONG);
        assertThat(refused(delayed, ZHANG, new Act.Delay(later.plusSeconds(1), "")))
                .isEqualTo(STAFF_ONLY);
        assertThat(refused(Sunshine.in(State.RESOLVED), WANG, new Act.Delay(later, "")))
                .isEqualTo(NOT_NOW);
    }

    @Test
    void passingOnNeedsAReasonAndAnotherUnit() {
        assertThat(refused(Sunshine.liftCase(), WANG, new Act.PassOn("lift", " ")))
                .isEqualTo(WORDS_MISSING);
        assertThat(refused(Sunshine.liftCase(), WANG, new Act.PassOn("property", "不归我们")))
                .isEqualTo(SAME_UNIT);

        var passed = moved(Sunshine.liftCase(), WANG, new Act.PassOn("lift", "要维保单位"));
        assertThat(passed.care().unit()).isEqualTo("lift");
        assertThat(passed.state()).isEqualTo(State.PASSED_ON);
        assertThat(moved(passed, WANG, new Act.PassOn("grid1", "转错了")).care().unit())
                .isEqualTo("grid1");
    }

    @Test
    void unitsHandACaseOnTwiceThenTheCommunityDecides() {
        var once = moved(Sunshine.liftCase(), WANG, new Act.PassOn("lift", "要维保单位"));
        var twice = moved(once, WANG, new Act.PassOn("grid1", "不是电梯"));

        assertThat(refused(twice, WANG, new Act.PassOn("property", "不归网格")))
                .isEqualTo(Outcome.Refusal.COMMUNITY_DECIDES);
        assertThat(moved(twice, WANG, new Act.Return("desk", "请定")).care().passed())
                .isEqualTo(3);
        var desk = new Who(Who.Kind.DESK, "zhao", "赵主任");
        assertThat(moved(twice, desk, new Act.PassOn("property", "就是物业")).care())
                .extracting(Care::unit, Care::passed)
                .containsExactly("property", 2);
    }

    @Test
    void whatIsReturnedLiesWithTheDesk() {
        var returned = moved(Sunshine.liftCase(), WANG, new Act.Return("desk", "不属于物业"));

        assertThat(returned.state()).isEqualTo(State.RETURNED);
        assertThat(returned.care().unit()).isEqualTo("desk");
        assertThat(returned.care().assignee()).isNull();
    }

    @Test
    void aResidentCannotActForStaff() {
        assertThat(refused(Sunshine.liftCase(), ZHANG, new Act.Resolve("好了", List.of())))
                .isEqualTo(STAFF_ONLY);
    }

    @Test
    void withNeighboursWaitingTheCaseGoesOnWithoutItsReporter() {
        var before = Sunshine.liftCase();
        var outcome = (Outcome.Moved) Sunshine.moves(before, ZHANG, NINE).make(new Act.Withdraw("好了", true));

        assertThat(outcome.after()).isEqualTo(before);
        assertThat(outcome.step().kind()).isEqualTo(Step.Kind.LEFT);
        assertThat(moved(before, ZHANG, new Act.Withdraw("好了", false)).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void urgingGrowsTheHistoryAndLeavesTheCaseAsItIs() {
        var before = Sunshine.liftCase();
        var outcome = (Outcome.Moved) Sunshine.moves(before, ZHANG, NINE).make(new Act.Urge("快点"));

        assertThat(outcome.changesTheCase()).isFalse();
        assertThat(outcome.news()).containsExactly(News.toUnit("case-unit-urged"));
    }

    @Test
    void whatIsDoneCannotBeUrged() {
        var resolved = moved(Sunshine.liftCase(), WANG, new Act.Resolve("修了", List.of()));

        assertThat(refused(resolved, ZHANG, new Act.Urge("快"))).isEqualTo(NOT_NOW);
    }

    @Test
    void aHazardIsCalledDoneOnlyWithAPictureOfIt() {
        var hazard = Sunshine.caseOf("report.fire_hazard", "楼道堆物", Sunshine.neighbour("zhang"), State.ASSIGNED);

        assertThat(refused(hazard, WANG, new Act.Resolve("清走了", List.of()))).isEqualTo(PICTURE_MISSING);
        assertThat(moved(hazard, WANG, new Act.Resolve("清走了", List.of("picture")))
                        .state())
                .isEqualTo(State.RESOLVED);
    }

    private static Case moved(Case from, Who who, Act act) {
        return ((Outcome.Moved) Sunshine.moves(from, who, NINE).make(act)).after();
    }

    private static Outcome.Refusal refused(Case from, Who who, Act act) {
        return ((Outcome.Refused) Sunshine.moves(from, who, NINE).make(act)).why();
    }
}
