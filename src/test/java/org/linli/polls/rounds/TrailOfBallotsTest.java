package org.linli.polls.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.platform.database.Columns;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.consent.AskToRearrange;
import org.linli.polls.consent.UndoRearranging;
import org.springframework.beans.factory.annotation.Autowired;

/// What staff does about ballots and people stands in the trail, and neither whose nor what a ballot was.
class TrailOfBallotsTest extends HeldRounds {

    @Autowired
    AskToRearrange ask;

    @Autowired
    UndoRearranging undo;

    private long before;

    @BeforeEach
    void fromHereOn() {
        before = count("select coalesce(max(id), 0) n from audit.entries");
    }

    @Test
    void paperIsNotedToTheHourForEachWhoReadItAndNotWhereNothingWasTaken() {
        voting(new Conditions(Voice.PERSON, 1));
        fromHereOn();
        paper(staff("chen"), "resident:r17", "1 2");
        paper(staff("xu"), "resident:r17", "1 2");
        paper(staff("chen"), "resident:nobody", "2");
        paper(staff("chen"), "resident:r17", "2");

        assertThat(trail()).containsExactly("chen poll/1 paper entered", "xu poll/1 paper entered");
        assertThat(count("select count(*) n from audit.entries where what = 'VOTE' and detail = 'paper entered'"
                        + " and at <> date_trunc('hour', at) and id > " + before))
                .isZero();
    }

    @Test
    void takingOutIsNotedForBothAndLeavingInAndNothingThatWasRefused() {
        voting(new Conditions(Voice.PERSON, 1));
        votes("r17", "投1");
        fromHereOn();
        var chen = staff("chen");
        var xu = staff("xu");
        var it = Map.of("voter", "resident:r17", "why", "WRONG_PAPER", "reason", "录到别的户上了");
        oversight(chen, "void", it);
        oversight(xu, "void", it);
        oversight(chen, "confirm", Map.of("of", "1"));
        oversight(xu, "leave", Map.of("of", "1"));
        oversight(chen, "void", it);
        oversight(xu, "confirm", Map.of("of", "2"));
        oversight(xu, "confirm", Map.of("of", "2"));

        assertThat(trail())
                .containsExactly(
                        "chen poll/1 ballot to be taken out",
                        "xu poll/1 ballot left in",
                        "chen poll/1 ballot to be taken out",
                        "xu poll/1 ballot taken out")
                .noneMatch(line -> line.contains("r17"));
    }

    @Test
    void aMandateIsNotedOnceAndNeitherWhoseNorToWhom() {
        voting(new Conditions(Voice.PERSON, 1));
        fromHereOn();
        var chen = staff("chen");
        for (String agent : List.of("r01", "r17", "r18")) {
            chen.post("/desk/polls/1/proxy", Map.of("voter", "resident:r01", "agent", agent));
        }

        assertThat(trail()).containsExactly("chen poll/1 mandate given");
    }

    @Test
    void rearrangingAndAgesAreNotedWithoutANameAndNotWhatCameTooLate() {
        var round = opened(new Conditions(Voice.PERSON, 60, 1, 0));
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        says("r18", "提个项目：小花园种点月季");
        says("r17", "1950年3月生");
        fromHereOn();
        completed(ask.ask(SignedInAs.CHEN, round, List.of(1, 2), List.of("楼道和花园一起整治"), "一起招标省钱"));
        completed(ask.ask(SignedInAs.CHEN, round, List.of(1, 2), List.of("楼道和花园"), "省钱"));
        result(undo.undo(SignedInAs.CHEN, round, 1));
        completed(undo.undo(SignedInAs.CHEN, round, 1));
        var chen = staff("chen");
        chen.post("/desk/rounds/1/age-seen", Map.of("resident", "r17", "born", "1900-01-01"));
        chen.post("/desk/rounds/1/age-seen", Map.of("resident", "r17", "born", "1950-03-31"));
        chen.post("/desk/rounds/1/age-refused", Map.of("resident", "r17"));

        assertThat(trail())
                .containsExactly(
                        "chen round/1 rearrangement 1, proposers asked",
                        "chen round/1 rearrangement 1, undone",
                        "chen round/1 age seen",
                        "chen round/1 age refused");
    }

    private static void paper(SignedInAs who, String voter, String marks) {
        who.post("/desk/polls/1/paper", Map.of("voter", voter, "marks", marks))
                .expectStatus()
                .isOk();
    }

    private static void oversight(SignedInAs who, String act, Map<String, String> form) {
        who.post("/desk/polls/1/oversight/" + act, form).expectStatus().isOk();
    }

    /// Since the test began, the earliest first.
    private List<String> trail() {
        return results(
                database.sql("select who, about, detail from audit.entries where what = 'VOTE' and id > $1 order by id")
                        .bind("$1", before)
                        .map(row -> String.join(
                                " ", Columns.text(row, "who"), Columns.text(row, "about"), Columns.text(row, "detail")))
                        .all());
    }
}
