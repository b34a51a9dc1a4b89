package org.linli.polls.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.polls.Electorate;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.NeighboursVote;
import org.linli.polls.OpenPoll;
import org.linli.polls.Poll;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;
import org.springframework.beans.factory.annotation.Autowired;

/// A bare number is about what was shown last.
class LastShownTest extends NeighboursVote {

    private static final Pattern PAPER = Pattern.compile("/vote/lm/\\d+/[0-9a-f]{40}");

    @Autowired
    OpenPoll open;

    @Test
    void aBareOneAfterThePaperIsAVoteAndReopensNothing() {
        asked("刷什么颜色");
        says("r17", "电梯坏了，3栋1单元的");
        completed(database.sql("update cases.cases set state = 'RESOLVED', is_open = false, resolved_at = now() "
                        + "where label = 'report.elevator' and is_open")
                .then());
        long resolved = resolved();
        assertThat(resolved).isPositive();
        long reopened = letters("case-rated-reopened");

        says("r17", "我要投票");
        assertThat(told("poll-ask")).contains("1号 米白");
        says("r17", "1");

        assertThat(letters("poll-taken")).isEqualTo(1);
        assertThat(resolved()).isEqualTo(resolved);
        assertThat(letters("case-rated-reopened")).isEqualTo(reopened);
        says("r17", "2");
        assertThat(letters("poll-taken"))
                .as("voted, and the paper is not shown again: the rating is what waits")
                .isEqualTo(1);
    }

    @Test
    void whoeverHasVotedAndSeesThePaperAgainChangesTheVoteByABareNumber() {
        var colour = asked("刷什么颜色");
        says("r17", "投1");
        says("r17", "我要投票");
        says("r17", "2");
        assertThat(count("select choices[1]::bigint n from polls.ballots")).isEqualTo(2);
        assertThat(told("poll-taken")).contains("2号 浅灰", "\"changed\":\"yes\"", colour.question());
    }

    @Test
    void ofTwoOpenVotesEachIsShownWithItsPaperAndABareNumberChooses() {
        asked("刷什么颜色");
        var lamp = asked("装什么灯");
        says("r17", "我要投票");
        assertThat(PAPER.matcher(told("poll-which")).results())
                .as("a paper of each")
                .hasSize(2);
        assertThat(told("poll-which")).contains("▸ 我要投票 #1", "▸ 我要投票 #2");
        assertThat(letters("poll-ask")).isZero();

        says("r17", "2");
        assertThat(told("poll-ask")).contains(lamp.question()).doesNotContain("刷什么颜色");
        assertThat(count("select count(*) n from polls.ballots"))
                .as("nothing is voted yet")
                .isZero();
        says("r17", "1");
        assertThat(told("poll-taken")).contains("1号 米白", lamp.question());

        says("r17", "#1");
        assertThat(told("poll-ask")).contains("刷什么颜色");
        says("r17", "我要投票 ＃2");
        assertThat(told("poll-ask")).contains(lamp.question());
    }

    @Test
    void aYesIsForTheBallotThatWaitsForItThoughItWasAskedWhich() {
        asked(BallotKind.SEVERAL, "刷什么颜色");
        asked(BallotKind.SEVERAL, "装什么灯");
        says("r17", "投 1 2 #1");
        assertThat(told("poll-confirm")).contains("1号 米白");
        says("r17", "我要投票");
        says("r17", "确认");
        assertThat(letters("poll-taken")).isEqualTo(1);
    }

    @Test
    void inAGroupNobodyGetsAPaperOfTheirOwn() {
        asked("刷什么颜色");
        asked("装什么灯");
        says("r17", "小邻，我要投票", "b3");
        assertThat(told("poll-which")).contains("\"alone\":\"no\"").doesNotContain("/vote/");
    }

    @Test
    void hintsNameChoicesThatStandOnThePaper() {
        asked(BallotKind.SEVERAL, "刷什么颜色");
        assertThat(told("poll-opened")).contains("\"example\":\"投 1 2\"");
        says("r17", "投2");
        assertThat(told("poll-confirm")).contains("\"change\":\"去掉2，加上1\"");
    }

    private long resolved() {
        return count("select count(*) n from cases.cases where label = 'report.elevator' and state = 'RESOLVED'");
    }

    private Poll asked(String question) {
        return asked(BallotKind.ONE, question);
    }

    private Poll asked(BallotKind kind, String question) {
        var paper = new Paper(kind, List.of(new Choice(1, "米白"), new Choice(2, "浅灰")), 2, null);
        var electorate = new Electorate(Voice.PERSON, "b3", "", false);
        return result(open.open(
                UUID.randomUUID(),
                new OpenPoll.Question(SignedInAs.LM, "chen", question, paper, electorate, true, Duration.ofHours(1)),
                List.of()));
    }
}
