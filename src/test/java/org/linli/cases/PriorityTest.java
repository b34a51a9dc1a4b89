package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.cases.Sunshine.NINE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.cases.rules.ClockRule;
import org.linli.channels.Address;

/// How pressing a case is, and what follows from it.
class PriorityTest {

    private static final Who WANG = Who.staff("wang", "王物业");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));

    @Test
    void anEmergencyIsOneFromItsBeginning() {
        assertThat(priority("emergency")).isEqualTo(Priority.EMERGENCY);
        assertThat(priority("report.gas_heating")).isEqualTo(Priority.URGENT);
        assertThat(priority("report.noise")).isEqualTo(Priority.ORDINARY);
    }

    @Test
    void whatBecomesUrgentIsDueSoonerAndEverybodyHearsWhen() {
        var noise = Sunshine.caseOf("report.noise", "半夜装修", Sunshine.neighbour("zhang"), State.IN_PROGRESS);
        var urgent = prioritised(noise, Priority.URGENT, TEN);

        assertThat(urgent.after().care().priority()).isEqualTo(Priority.URGENT);
        assertThat(urgent.after().care().dueAt())
                .isBefore(noise.care().dueAt())
                .isEqualTo(Sunshine.workflow("report.noise").promise("report.noise", Priority.URGENT, TEN));
        assertThat(urgent.news()).containsExactly(News.toUnit("case-unit-priority"), News.toResidents("case-sooner"));
        assertThat(urgent.clocks().begun()).extracting(Deadline::name).containsExactly(ClockRule.SOLVE);
    }

    @Test
    void nothingIsDueLaterBecauseItPressesMore() {
        var lift = Sunshine.in(State.IN_PROGRESS);
        var urgent = prioritised(lift, Priority.URGENT, TEN);

        assertThat(urgent.after().care().dueAt()).isEqualTo(lift.care().dueAt());
        assertThat(urgent.news()).containsExactly(News.toUnit("case-unit-priority"));
    }

    @Test
    void nothingIsDueLaterBecauseItPressesLess() {
        var noise = Sunshine.caseOf("report.noise", "半夜装修", Sunshine.neighbour("zhang"), State.IN_PROGRESS);
        var urgent = prioritised(noise, Priority.URGENT, TEN).after();
        var again = prioritised(urgent, Priority.ORDINARY, TEN);

        assertThat(again.after().care().dueAt()).isEqualTo(urgent.care().dueAt());
        assertThat(again.news()).doesNotContain(News.toResidents("case-sooner"));
    }

    @Test
    void whoHasNotAcceptedItYetHasLessTimeForThat() {
        var noise = Sunshine.caseOf("report.noise", "半夜装修", Sunshine.neighbour("zhang"), State.ASSIGNED);
        var urgent = prioritised(noise, Priority.URGENT, TEN);

        assertThat(urgent.clocks().begun())
                .filteredOn(clock -> clock.name().equals("accept"))
                .extracting(Deadline::dueAt)
                .containsExactly(TEN.plus(Duration.ofMinutes(30)));
    }

    @Test
    void whileTheResidentIsWaitedForTimeHasNotGoneOn() {
        var noise = Sunshine.caseOf("report.noise", "半夜装修", Sunshine.neighbour("zhang"), State.IN_PROGRESS);
        var asked = ((Outcome.Moved) Sunshine.moves(noise, WANG, NINE).make(new Act.Ask("几楼"))).after();
        var urgent = prioritised(asked, Priority.EMERGENCY, TEN).after();
        var answered = (Outcome.Moved) Sunshine.moves(urgent, Who.resident("zhang"), NINE.plus(Duration.ofHours(3)))
                .make(new Act.Add("六楼", List.of()));

        assertThat(answered.after().care().dueAt()).isEqualTo(NINE.plus(Duration.ofHours(5)));
    }

    @Test
    void itNeedsAReasonAndIsSaidOnce() {
        var lift = Sunshine.in(State.IN_PROGRESS);

        assertThat(Sunshine.moves(lift, WANG, TEN).make(new Act.Prioritise(Priority.URGENT, " ")))
                .isEqualTo(new Outcome.Refused(Outcome.Refusal.WORDS_MISSING));
        assertThat(Sunshine.moves(lift, WANG, TEN).make(new Act.Prioritise(Priority.ORDINARY, "不急")))
                .isEqualTo(new Outcome.Refused(Outcome.Refusal.ALREADY_DONE));
    }

    @Test
    void anEmergencyIsToldToWhoeverSeesTheWholeCommunity() {
        var emergency = prioritised(Sunshine.in(State.IN_PROGRESS), Priority.EMERGENCY, TEN);

        assertThat(told(emergency)).contains(Sunshine.person("staff-wang"), Sunshine.person("staff-zhao"));
        assertThat(told(prioritised(Sunshine.in(State.IN_PROGRESS), Priority.URGENT, TEN)))
                .doesNotContain(Sunshine.person("staff-zhao"));
    }

    @Test
    void whoeverTakesOverIsToldAndKeepsTheStateAndTheTime() {
        var lift = Sunshine.in(State.IN_PROGRESS);
        var moved = (Outcome.Moved) Sunshine.moves(lift, WANG, TEN).make(new Act.HandOver("zhao", "王物业不在"));

        assertThat(moved.after().care().assignee()).isEqualTo("zhao");
        assertThat(moved.after().state()).isEqualTo(State.IN_PROGRESS);
        assertThat(moved.after().care().dueAt()).isEqualTo(lift.care().dueAt());
        assertThat(moved.step().words()).isEqualTo("王物业不在");
        assertThat(told(moved)).containsExactly(Sunshine.person("staff-zhao"));
        assertThat(Sunshine.moves(moved.after(), WANG, TEN).make(new Act.HandOver("zhao", "")))
                .isEqualTo(new Outcome.Refused(Outcome.Refusal.ALREADY_DONE));
    }

    @Test
    void whoHelpsFromAnotherUnitIsRemindedAsWell() {
        var helped = ((Outcome.Moved) Sunshine.moves(Sunshine.in(State.IN_PROGRESS), WANG, TEN)
                        .make(new Act.HandOver("zhao", "")))
                .after();

        assertThat(letters().toStaffOf("property", "case-unit-warned", helped, "快到了"))
                .extracting(it -> it.to())
                .containsExactlyInAnyOrder(Sunshine.person("staff-wang"), Sunshine.person("staff-zhao"));
    }

    private static Priority priority(String label) {
        return Sunshine.workflow(label).definition().priority(label);
    }

    private static Outcome.Moved prioritised(Case it, Priority priority, Instant at) {
        return (Outcome.Moved) Sunshine.moves(it, WANG, at).make(new Act.Prioritise(priority, "有老人被困"));
    }

    private static List<Address> told(Outcome.Moved moved) {
        return letters().about(moved, new CaseFile(moved.after(), List.of())).stream()
                .map(it -> it.to())
                .filter(it -> it.id().startsWith("staff-"))
                .toList();
    }

    private static CaseLetters letters() {
        return new CaseLetters(
                Sunshine.MAP, new CaseFacts(Sunshine.MAP, new CaseWords(), TEN), "it", StepPictures.NONE);
    }
}
