package org.linli.polls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.Address;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;
import org.springframework.beans.factory.annotation.Autowired;

/// Two votes are open: which one is meant is asked, and whatever answers that is no ballot.
class WhichVoteTest extends NeighboursVote {

    private static final Address B3 = Address.parse("webchat:lm:group:b3");

    @Autowired
    OpenPoll open;

    @ParameterizedTest
    @ValueSource(strings = {"2", "第二个", "充电桩那个", "充电桩", "要不要装充电桩", "#2"})
    void aPlaceOrAPartOfTheQuestionChoosesAVoteAndIsNoBallot(String said) {
        asked("院子里种什么树");
        var chargers = asked("要不要装充电桩");
        says("r17", "我要投票");
        assertThat(told("poll-which")).contains("1. 院子里种什么树（#1）", "2. 要不要装充电桩（#2）", "\"alone\":\"yes\"");

        says("r17", said);

        assertThat(ballots()).isZero();
        assertThat(told("poll-ask")).contains("要不要装充电桩");
        says("r17", "投3");
        assertThat(ballots()).isOne();
        assertThat(ballots(chargers)).isOne();
        assertThat(told("poll-taken")).contains("3号 桂花", "要不要装充电桩");
    }

    @Test
    void theChoiceIsForOneBallotAndTheNextIsAskedForAnew() {
        var trees = asked("院子里种什么树");
        asked("要不要装充电桩");
        says("r17", "投2");
        says("r17", "2");
        says("r17", "投3");

        says("r17", "投1");

        assertThat(letters("poll-which")).isEqualTo(2);
        assertThat(ballots()).isOne();
        assertThat(ballots(trees)).isZero();
    }

    @Test
    void theNumberThatChoseSentOnceMoreIsRepeatedAndDoesNotCount() {
        asked("院子里种什么树");
        var chargers = asked("要不要装充电桩");
        says("r17", "我要投票");
        says("r17", "2");
        says("r17", "2");
        says("r17", "2");

        assertThat(ballots()).isZero();
        assertThat(told("poll-confirm")).contains("2号 银杏", "要不要装充电桩");
        says("r17", "确认");
        assertThat(ballots(chargers)).isOne();
    }

    @Test
    void whoeverHasVotedIsAskedAgainBeforeTheBallotOfAVoteThatTheyChoseIsChanged() {
        asked("院子里种什么树");
        var chargers = asked("要不要装充电桩");
        says("r17", "投1 #2");
        says("r17", "我要投票");
        says("r17", "2");
        says("r17", "投3");

        assertThat(told("poll-confirm")).contains("3号 桂花");
        assertThat(count("select sum(choices[1])::bigint n from polls.ballots")).isOne();
        says("r17", "确认");
        assertThat(ballots(chargers)).isOne();
        assertThat(count("select sum(choices[1])::bigint n from polls.ballots")).isEqualTo(3);
    }

    @Test
    void aNumberThatWasNotListedIsNoBallotForAny() {
        asked("院子里种什么树");
        asked("要不要装充电桩");
        says("r17", "我要投票");

        says("r17", "3");

        assertThat(ballots()).isZero();
        assertThat(letters("poll-which")).isEqualTo(2);
        assertThat(letters("poll-ask")).isZero();
    }

    @Test
    void otherWordsMeanwhileAreAnsweredAsEver() {
        asked("院子里种什么树");
        asked("要不要装充电桩");
        says("r17", "我要投票");
        long cases = count("select count(*) n from cases.cases");

        says("r17", "3栋电梯坏了");

        assertThat(count("select count(*) n from cases.cases")).isEqualTo(cases + 1);
        assertThat(letters("poll-which")).isOne();
    }

    @Test
    void halfAnHourLaterNothingIsChosenAndANumberChoosesNothing() {
        asked("院子里种什么树");
        asked("要不要装充电桩");
        says("r17", "我要投票");
        says("r17", "2");
        completed(
                database.sql("update polls.picks set at = at - interval '31 m'").then());

        says("r17", "投3");

        assertThat(ballots()).isZero();
        assertThat(letters("poll-which")).isEqualTo(2);
    }

    @Test
    void whereTheChosenVoteIsOverTheBallotDoesNotCountForTheOther() {
        var trees = asked("院子里种什么树");
        var chargers = asked("要不要装充电桩");
        says("r17", "我要投票");
        says("r17", "2");
        over(chargers);

        says("r17", "投3");

        assertThat(ballots()).isZero();
        assertThat(told("poll-ask")).contains("院子里种什么树");
        says("r17", "投3");
        assertThat(ballots(trees)).isOne();
    }

    @Test
    void whereOneOfThemEndsMeanwhileTheAnswerIsNoBallotForTheOther() {
        asked("院子里种什么树");
        over(asked("要不要装充电桩"));
        asked("楼道装不装灯");
        says("r17", "我要投票");
        completed(database.sql("update polls.polls set closes_at = now() where number = 3")
                .then());

        says("r17", "2");

        assertThat(ballots()).isZero();
        assertThat(told("poll-ask")).contains("院子里种什么树");
    }

    @Test
    void wordsThatMayTellASecretBallotAreKeptNowhere() {
        completed(database.sql("truncate inbox.arrivals").then());
        asked("院子里种什么树");
        secret();
        says("r17", "投2");

        assertThat(letters("poll-which")).isOne();
        assertThat(count("select count(*) n from inbox.arrivals where message::text like '%投2%'"))
                .isZero();
    }

    @Test
    void inAGroupNobodyIsShownHowToVoteInSecretThere() {
        asked("院子里种什么树");
        asked("要不要装充电桩");
        secret();

        says("r17", "投2", "b3");

        assertThat(told("poll-which"))
                .contains("\"secret\":\"#3 ", "\"alone\":\"no\"")
                .doesNotContain("投2 #3");
        talker().calls("r17", "2", B3);
        assertThat(ballots()).isZero();
    }

    @Test
    void neighboursWhoAgreeWithEachOtherHearNothingWhereSeveralVotesAreOpen() {
        yesOrNo("要不要装充电桩");
        yesOrNo("要不要装感应灯");

        says("r17", "同意", "b3");

        assertThat(letters("poll-which")).isZero();
        assertThat(ballots()).isZero();
    }

    @Test
    void aBallotThatNamesAVoteCountsForNoOtherThoughItIsTheOnlyOne() {
        over(yesOrNo("要不要装充电桩"));
        yesOrNo("要不要装感应灯");

        says("r17", "同意 #1");

        assertThat(ballots()).isZero();
        says("r17", "同意 #2");
        assertThat(ballots()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"同意合并 #1", "▸ 同意合并 #1", "同意合并", "同意委托"})
    void whoeverAgreesToSomethingElseCastsNoBallot(String said) {
        yesOrNo("要不要装感应灯");

        says("r17", said);

        assertThat(ballots()).isZero();
    }

    @Test
    void whatWasRepeatedToSomebodyAloneIsNotGoneOnWithInAGroup() {
        several();
        says("r17", "投 1 3");
        assertThat(letters("poll-confirm")).isOne();

        talker().calls("r17", "确认", B3);

        assertThat(ballots()).isZero();
        assertThat(letters("poll-taken-in-group")).isZero();
        says("r17", "确认");
        assertThat(ballots()).isOne();
    }

    @Test
    void aVagueYesLongAfterwardsIsNoYesToTheBallot() {
        several();
        says("r17", "投 1 3");
        completed(database.sql("update polls.drafts set at = at - interval '31 m'")
                .then());

        says("r17", "可以");

        assertThat(ballots()).isZero();
        assertThat(letters("poll-confirm")).isEqualTo(2);
        completed(database.sql("update polls.drafts set at = at - interval '31 m'")
                .then());
        says("r17", "确认");
        assertThat(ballots()).isOne();
    }

    @Test
    void aYesIsForTheBallotThatWasRepeatedThoughAnotherVoteBeganMeanwhile() {
        var first = several();
        says("r17", "投 1 3");
        completed(
                database.sql("update polls.drafts set at = at - interval '1 m'").then());
        asked("要不要装充电桩");

        says("r17", "确认");

        assertThat(ballots(first)).isOne();
    }

    private Poll asked(String question) {
        return opened(question, BallotKind.ONE, List.of("香樟", "银杏", "桂花"), false);
    }

    private Poll yesOrNo(String question) {
        return opened(question, BallotKind.ONE, List.of("同意", "反对"), false);
    }

    private Poll several() {
        return opened("院子里种什么树", BallotKind.SEVERAL, List.of("香樟", "银杏", "桂花"), false);
    }

    private Poll secret() {
        return opened("谁来当楼长", BallotKind.ONE, List.of("甲", "乙", "丙"), true);
    }

    private Poll opened(String question, BallotKind kind, List<String> names, boolean secret) {
        var choices =
                names.stream().map(it -> new Choice(names.indexOf(it) + 1, it)).toList();
        var asked = new OpenPoll.Question(
                SignedInAs.LM,
                "chen",
                question,
                new Paper(kind, choices, 3, null),
                new Electorate(Voice.PERSON, "b3", "b3", secret),
                true,
                Duration.ofHours(1));
        return result(
                open.open(UUID.randomUUID(), asked, secret ? List.of(new Voter("resident:r17", "b3", "")) : List.of()));
    }

    private void over(Poll poll) {
        completed(database.sql("update polls.polls set closes_at = now() where id = $1")
                .bind("$1", poll.id())
                .then());
    }

    private long ballots() {
        return count("select count(*) n from polls.ballots");
    }

    private long ballots(Poll poll) {
        return count("select count(*) n from polls.ballots where poll = '" + poll.id() + "'");
    }
}
