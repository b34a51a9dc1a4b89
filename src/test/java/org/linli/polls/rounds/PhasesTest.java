package org.linli.polls.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.cases.web.SignedInAs;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.polls.Electorate;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.OpenPoll;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;
import org.linli.polls.rounds.RoundChanged.Change;
import org.springframework.beans.factory.annotation.Autowired;

/// How a round comes from one phase to the next, and what keeps it.
class PhasesTest extends HeldRounds {

    private static final Conditions TWO_SUPPORT = new Conditions(Voice.PERSON, 2);

    @Autowired
    Effects effects;

    @Autowired
    FindObjections objections;

    @Autowired
    OpenPoll open;

    @Test
    void aRoundIsAnnouncedWithItsRulesBeforeAnythingIsCollectedForIt() {
        staff("chen")
                .post("/desk/rounds", declared("announce", "2"))
                .expectStatus()
                .is3xxRedirection();
        var round = result(find.latest(SignedInAs.LM).next());
        assertThat(round.phase()).isEqualTo(Phase.ANNOUNCED);
        assertThat(told("round-announced")).contains("collectFrom", "等份额法");
        assertThat(letters("round-opened")).isZero();
        assertThat(page("/polls/lm/round/1")).contains("预告", "等份额法").doesNotContain("??");

        says("r01", "提个项目：门口装个长椅，老人可以歇脚");
        says("r17", "支持1号提案");
        assertThat(told("proposal-supported")).contains("\"waits\":\"yes\"");
        assertThat(all(round)).as("it waits").isEmpty();
        assertThat(now(round)).isEqualTo(Phase.ANNOUNCED);
        due("collect_from");
        assertThat(now(round)).isEqualTo(Phase.COLLECTING);
        assertThat(letters("round-opened")).isPositive();
        assertThat(all(round)).singleElement().extracting(Proposal::supporters).isEqualTo(2);
    }

    @Test
    void aRoundTakesInOnlyWhatWaitsInItsOwnArea() {
        says("r01", "提个项目：门口装个长椅，老人可以歇脚");
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        says("r18", "支持2号提案");

        var round = opened("b3", new Conditions(Voice.PERSON, 1));

        assertThat(all(round)).singleElement().satisfies(it -> {
            assertThat(it.words()).contains("感应灯");
            assertThat(it.number()).isEqualTo(1);
            assertThat(it.supporters()).isEqualTo(2);
        });
        assertThat(results(proposals.of(SignedInAs.LM, FindProposals.NEXT)))
                .as("it waits for a round of its own building")
                .singleElement()
                .satisfies(it -> assertThat(it.words()).contains("长椅"));
    }

    @Test
    void aRoundThatCannotBeLedOnKeepsNoOtherFromItsDate() {
        staff("chen")
                .post("/desk/rounds", declared("announce", "2"))
                .expectStatus()
                .is3xxRedirection();
        var round = result(find.latest(SignedInAs.LM).next());
        due("collect_from");
        completed(database.sql("""
                        insert into polls.rounds select (jsonb_populate_record(r,
                          jsonb_build_object('community_id', 'gone', 'since', now() + interval '1 s'))).* from polls.rounds r""").then());
        assertThat(now(round))
                .as("the one of a community that is gone comes first")
                .isEqualTo(Phase.COLLECTING);
        assertThat(count("select count(*) n from polls.rounds where community_id = 'gone' and phase = 'ANNOUNCED'"))
                .as("tried again")
                .isEqualTo(1);
    }

    @Test
    void aBareNumberIsSupportedWhereOneThingAloneHasIt() {
        var round = opened();
        says("r01", "提个项目：门口装个长椅，老人可以歇脚");
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        says("r18", "支持2号");
        assertThat(all(round)).extracting(Proposal::supporters).containsExactly(1, 2);

        var paper = new Paper(
                BallotKind.ONE, List.of(new Choice(1, "香樟"), new Choice(2, "银杏"), new Choice(3, "桂花")), 1, null);
        result(open.open(
                UUID.randomUUID(),
                new OpenPoll.Question(
                        SignedInAs.LM,
                        "chen",
                        "种什么树",
                        paper,
                        new Electorate(Voice.PERSON, "s1", "", false),
                        true,
                        Duration.ofHours(1)),
                List.of()));
        says("r05", "我支持二号");
        assertThat(told("support-which")).contains("2号 楼道装感应灯", "银杏（发“投2 #1”）");
        assertThat(all(round)).extracting(Proposal::supporters).containsExactly(1, 2);
        assertThat(ballots()).isZero();

        says("r05", "支持3号");
        assertThat(ballots()).as("no proposal has this number").isEqualTo(1);
        assertThat(told("poll-taken")).contains("3号 桂花");
        completed(database.sql("delete from outbox.letters where template = 'support-which'")
                .then());
    }

    @Test
    void aRoundThatIsNotAnnouncedAheadCollectsAtOnce() {
        staff("chen")
                .post("/desk/rounds", declared("announce", ""))
                .expectStatus()
                .is3xxRedirection();
        assertThat(result(find.latest(SignedInAs.LM).next()).phase()).isEqualTo(Phase.COLLECTING);
        assertThat(letters("round-announced")).isZero();
        assertThat(page("/polls/lm/round/1")).doesNotContain("预告");
    }

    @Test
    void theDeskHearsEachDayWhatKeepsAVoteFromOpeningAndEverybodySeesIt() {
        var round = unreviewed();
        due("vote_from");
        assertThat(now(round)).isEqualTo(Phase.REVIEW);
        assertThat(now(round)).isEqualTo(Phase.REVIEW);
        assertThat(letters("round-waits")).as("once a day").isEqualTo(1);
        assertThat(told("round-waits")).contains("\"unreviewed\":\"2\"");
        assertThat(page("/polls/lm/round/1")).contains("投票推迟了：2号还没有审核完").doesNotContain("??");
        completed(database.sql("update polls.rounds set opened_at = opened_at - interval '1 d', collect_from = "
                        + "collect_from - interval '1 d', collect_until = collect_until - interval '1 d', "
                        + "vote_from = vote_from - interval '1 d'")
                .then());
        now(round);
        assertThat(letters("round-waits")).isEqualTo(2);

        review(round, 2, 8_000);
        assertThat(now(round)).isEqualTo(Phase.VOTING);
        assertThat(page("/polls/lm/round/1")).doesNotContain("投票推迟了");
    }

    @Test
    void aRoundWhoseVoteCannotBeHeldIsCalledOffAndAllAreToldWhy() {
        var round = unreviewed();
        due("vote_until");
        assertThat(now(round)).isEqualTo(Phase.OVER);
        assertThat(told("round-called-off")).contains("\"unreviewed\":\"2\"");
        assertThat(all(round)).extracting(Proposal::state).containsOnly(Proposal.State.LAPSED);
        assertThat(told("proposal-news")).contains("LAPSED", "下一轮可以再提");
        assertThat(count("select count(*) n from polls.polls")).isZero();
        assertThat(page("/polls/lm/round/1")).contains("没有进入投票").doesNotContain("??", "待审核");
    }

    @Test
    void aRoundWithNothingToChooseFromSaysSo() {
        var round = opened();
        says("r01", "提个项目：门口装个长椅，老人可以歇脚");
        due("collect_until");
        now(round);
        review(round, 1, 3_000);
        due("vote_from");
        assertThat(now(round)).isEqualTo(Phase.REVIEW);
        assertThat(page("/polls/lm/round/1")).contains("可以选的只有 1 个").doesNotContain("??");
    }

    @Test
    void whatTooFewSupportIsNotOnThePaperAndItsProposerHearsWhy() {
        var round = opened(TWO_SUPPORT);
        says("r01", "提个项目：门口装个长椅，老人可以歇脚");
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        says("r18", "提个项目：给车棚加个雨棚，电动车老淋雨");
        says("r18", "支持1号提案");
        says("r18", "支持2号提案");
        due("collect_until");
        now(round);
        review(round, 1, 3_000);
        review(round, 2, 8_000);
        due("vote_from");
        assertThat(now(round)).isEqualTo(Phase.VOTING);
        assertThat(all(round).get(2).state()).isEqualTo(Proposal.State.LAPSED);
        assertThat(told("proposal-news")).contains("雨棚", "LAPSED", "1 人支持", "2 人");
        assertThat(count("select count(*) n from polls.choices")).isEqualTo(2);
    }

    @Test
    void whatPeopleVoteOnIsReviewedNoMore() {
        var round = voting(new Conditions(Voice.PERSON, 1));
        assertThat(treat.review(SignedInAs.CHEN, round, 1, false, "", 0, "又不行了").blockOptional())
                .isEmpty();
        assertThat(treat.review(SignedInAs.CHEN, round.in(Phase.REVIEW, clock.instant()), 1, true, "", 1, "便宜了")
                        .blockOptional())
                .as("the vote is open a moment before its round says so")
                .isEmpty();
        staff("chen")
                .post("/desk/rounds/1/feasible", Map.of("of", "1", "cost", "1", "words", "便宜了"))
                .expectStatus()
                .isOk();
        assertThat(all(round)).extracting(Proposal::cost).containsExactly(3_000L, 8_000L);
    }

    @Test
    void anObjectionKeepsTheNextPhaseFromOpeningThoughBothComeAtOnce() {
        var round = publicised();
        var before = result(find.one(round.community(), round.id()));
        says("r01", "异议：2号项目去年已经装过了");
        assertThatThrownBy(() -> completed(effects.commit(moved(before, Phase.HANDING_OVER))))
                .as("it looked whether there were objections before this one came")
                .isInstanceOf(Conflict.class);
        assertThat(result(find.one(round.community(), round.id())).phase()).isEqualTo(Phase.PUBLICITY);
    }

    @Test
    void whatIsObjectedTooLateIsNotTaken() {
        var round = publicised();
        var before = result(find.one(round.community(), round.id()));
        var late = new Objection(0, 2, "去年装过", "webchat:lm:person:r01", "LM-1", clock.instant(), "", null);
        completed(effects.commit(moved(before, Phase.HANDING_OVER)));
        assertThatThrownBy(() -> completed(effects.commit(
                        List.of(new RoundChanged(new Change.Objected(before, late, "resident:r01", "send-late"))))))
                .isInstanceOf(Conflict.class);
        assertThat(results(objections.of(before))).isEmpty();
        says("r01", "异议：2号项目去年已经装过了");
        assertThat(letters("objection-none")).isEqualTo(1);
    }

    @Test
    void onlyWhatWasCountedCanBeTakenOut() {
        publicised();
        says("r01", "异议：2号项目去年已经装过了");
        var chen = staff("chen");
        for (String item : List.of("", "99")) {
            chen.post("/desk/rounds/1/decide", Map.of("of", "1", "verdict", "CHANGED", "item", item, "words", "查实"))
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(it -> assertThat(it).contains("要是选票上的", "查实").doesNotContain("??"));
        }
        assertThat(count("select count(*) n from polls.recounts")).isZero();
    }

    @Test
    void whatIsDoneIsAppraisedByEverybodyWhoReadsTheGroup() {
        var round = publicised();
        due("object_until");
        now(round);
        var chen = staff("chen");
        chen.post("/desk/rounds/1/hand-over", Map.of("of", "2", "unit", "property"));
        chen.post("/desk/rounds/1/finish", Map.of("of", "2"));
        assertThat(letters("round-done")).isPositive();
        assertThat(told("round-done")).contains("2号 楼道装感应灯", "物业");
        says("r18", "评价2号项目 4分 挺亮的");
        assertThat(told("appraisal-taken")).contains("\"asks\":\"yes\"");
        assertThat(count("select count(*) n from polls.appraisals where used is null"))
                .isEqualTo(1);
        says("r18", "1");
        assertThat(told("appraisal-taken")).contains("\"asks\":\"no\"");
        assertThat(count("select count(*) n from polls.appraisals where used and score = 4 and words = '挺亮的'"))
                .isEqualTo(1);
        says("r01", "评价2号项目 2分");
        says("r01", "2");
        assertThat(count("select count(*) n from polls.appraisals where not used and score = 2"))
                .isEqualTo(1);
    }

    @Test
    void whoeverHasNotVotedIsRemindedOnceOnTheLastDayAndLearnsNothingOfTheOthers() {
        voting(new Conditions(Voice.PERSON, 1));
        votes("r17", "投2 #1");
        lasts("30 h", "20 h");
        assertThat(ran("remind-voters")).as("shorter than two days").isZero();
        lasts("3 d", "30 h");
        assertThat(ran("remind-voters")).as("not the last day").isZero();
        lasts("3 d", "20 h");
        assertThat(ran("remind-voters")).isEqualTo(1);
        assertThat(letters("poll-remind")).isPositive().isEqualTo(count("""
                select count(*) n from polls.register r where not voted and exists (
                    select from community.identities i where 'resident:' || i.resident = r.voter)"""));
        assertThat(count("""
                select count(*) n from outbox.letters l join community.identities i on i.address = l.address
                where l.template = 'poll-remind' and i.resident = 'r17'""")).isZero();
        assertThat(told("poll-remind")).doesNotContain("bars", "voted", "ballots", "\"first\"");
        assertThat(ran("remind-voters")).as("once").isZero();
    }

    private void lasts(String since, String until) {
        completed(database.sql("update polls.polls set opens_at = now() + interval '%2$s' - interval '%1$s', "
                                .formatted(since, until)
                        + "closes_at = now() + interval '%s'".formatted(until))
                .then());
    }

    @Test
    void numbersAreUnderstoodAsPeopleWriteThem() {
        var round = opened();
        says("r01", "提个项目：门口装个长椅，老人可以歇脚");
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        says("r18", "我支持二号提案");
        says("r18", "支持第一个项目");
        says("r05", "支持２号提案");
        assertThat(all(round)).extracting(Proposal::supporters).containsExactly(2, 3);
        says("r18", "取消支持一号提案");
        assertThat(all(round)).extracting(Proposal::supporters).containsExactly(1, 3);
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void everyPhaseHasItsPublicPageAndItsDesk(Phase phase) {
        publicised();
        completed(database.sql("update polls.rounds set phase = $1, opened_at = opened_at - interval '1 d'")
                .bind("$1", phase.name())
                .then());
        String name = "<b>" + name(phase) + "</b>";
        assertThat(page("/polls/lm/round/1"))
                .containsPattern("is-now\" aria-current=\"step\">" + name)
                .contains("门口装个长椅", "等份额法")
                .doesNotContain("??");
        assertThat(staff("chen").page("/desk/rounds/1")).contains(name).doesNotContain("??");
    }

    private static String name(Phase phase) {
        return switch (phase) {
            case ANNOUNCED -> "预告";
            case COLLECTING -> "征集";
            case REVIEW -> "审核";
            case VOTING -> "投票";
            case PUBLICITY -> "公示";
            case HANDING_OVER -> "交办";
            case CARRYING_OUT -> "实施";
            case APPRAISAL -> "评议";
            case PRIZES -> "评奖";
            case OVER -> "结束";
        };
    }

    /// The second of two has its supporters, and nobody has looked at it.
    private Round unreviewed() {
        var round = opened();
        says("r01", "提个项目：门口装个长椅，老人可以歇脚");
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        due("collect_until");
        now(round);
        review(round, 1, 3_000);
        return round;
    }

    private Round publicised() {
        var round = voting(new Conditions(Voice.PERSON, 1));
        votes("r17", "投2 #1");
        due("vote_until");
        for (int i = 0; i < 3; i++) {
            ran("close-polls");
        }
        return round;
    }

    private List<RoundChanged> moved(Round before, Phase next) {
        return List.of(new RoundChanged(new Change.Moved(before.version(), before.in(next, clock.instant()))));
    }

    private static Map<String, String> declared(String field, String value) {
        return Map.ofEntries(
                Map.entry("id", UUID.randomUUID().toString()),
                Map.entry("title", "冬季微实事"),
                Map.entry("place", "s1"),
                Map.entry("budget", "10000"),
                Map.entry("kind", "SEVERAL"),
                Map.entry("most", "3"),
                Map.entry("rule", "equal-shares"),
                Map.entry("completion", "none"),
                Map.entry("seed", "lot"),
                Map.entry("supporters", "1"),
                Map.entry("unit", "DAYS"),
                Map.entry("collect", "1"),
                Map.entry("review", "1"),
                Map.entry("vote", "1"),
                Map.entry("object", "1"),
                Map.entry("voice", "PERSON"),
                Map.entry("level", "ballots"),
                Map.entry(field, value));
    }
}
