package org.linli.polls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.cases.web.SignedInAs;
import org.linli.platform.database.Columns;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;
import org.springframework.beans.factory.annotation.Autowired;

/// A number alone answers what somebody was asked last, and nothing where that is not clear.
class BareNumbersTest extends NeighboursVote {

    @Autowired
    OpenPoll open;

    @Test
    void aNumberAfterAskingForTheBallotIsABallotAndNoVerdictOnACase() {
        asked("b3");
        says("r17", "3栋电梯坏了");
        String number = solved();

        says("r17", "我要投票");
        says("r17", "1");

        assertThat(state(number)).isEqualTo("RESOLVED");
        assertThat(letters("poll-repeated") + letters("poll-taken")).isPositive();
    }

    @Test
    void aNumberRatesTheCaseThatWasSolvedAfterTheBallotWasAskedFor() {
        asked("b3");
        says("r17", "3栋1单元楼道灯不亮了");
        says("r17", "我要投票");
        String number = solved();

        says("r17", "5");

        assertThat(state(number)).isNotEqualTo("RESOLVED");
        assertThat(count("select count(*) n from polls.ballots")).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = BallotKind.class,
            names = {"ONE", "SCORES"})
    void pointsAloneRateTheCaseAndAreNoBallotThoughTheVoteWasAskedLater(BallotKind kind) {
        says("r17", "3栋1单元楼道灯不亮了");
        String number = solved();
        asked("b3", kind);

        says("r17", "5分");

        assertThat(state(number)).isNotEqualTo("RESOLVED");
        assertThat(count("select count(*) n from polls.ballots")).isZero();
    }

    /// The group read of the vote; in their own talk they were asked about the case alone.
    @Test
    void aNumberAloneRatesTheCaseThoughAVoteWasAnnouncedInTheGroupMeanwhile() {
        says("r17", "3栋1单元楼道灯不亮了");
        String number = solved();
        asked("b3");

        says("r17", "3");

        assertThat(count("select count(*) n from polls.ballots")).isZero();
        assertThat(state(number)).isNotEqualTo("RESOLVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9分", "15分", "0分"})
    void pointsThatThereAreNotRateNothingAndWhoGaveThemHearsHowMany(String points) {
        says("r17", "3栋1单元楼道灯不亮了");
        String number = solved();
        asked("b3", BallotKind.SCORES);

        says("r17", points);

        assertThat(state(number)).isEqualTo("RESOLVED");
        assertThat(count("select count(*) n from polls.ballots")).isZero();
        assertThat(told("case-rate-how")).contains(number);
    }

    @Test
    void aNumberCountsForNoneOfTwoVotes() {
        var trees = asked("b3");
        var benches = asked("b3");

        says("r17", "我要投票");
        says("r17", "2");

        assertThat(count("select count(*) n from polls.ballots")).isZero();
        assertThat(told("poll-which")).contains("#" + trees.number(), "#" + benches.number());
        assertThat(letters("poll-which")).isOne();

        says("r17", "投2 #" + trees.number());
        says("r17", "确认");
        assertThat(count("select count(*) n from polls.ballots")).isOne();
    }

    private Poll asked(String group) {
        return asked(group, BallotKind.ONE);
    }

    private Poll asked(String group, BallotKind kind) {
        var paper = new Paper(kind, List.of(new Choice(1, "香樟"), new Choice(2, "银杏"), new Choice(3, "桂花")), 3, null);
        var question = new OpenPoll.Question(
                SignedInAs.LM,
                "chen",
                "院子里种什么树",
                paper,
                new Electorate(Voice.PERSON, "b3", group, false),
                true,
                Duration.ofHours(1));
        return result(open.open(UUID.randomUUID(), question, List.of()));
    }

    /// The case that was opened last, without who solves it.
    private String solved() {
        return result(database.sql("""
                        update cases.cases set state = 'RESOLVED', resolved_at = now()
                        where number = (select number from cases.cases order by opened_at desc limit 1)
                        returning number""").map(row -> Columns.text(row, "number")).one());
    }

    private String state(String number) {
        return result(database.sql("select state from cases.cases where number = $1")
                .bind("$1", number)
                .map(row -> Columns.text(row, "state"))
                .one());
    }
}
