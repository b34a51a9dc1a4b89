package org.linli.polls.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.cases.SpokenTime;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Residents;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.register.Age;
import org.linli.polls.register.Barrier;
import org.springframework.beans.factory.annotation.Autowired;

/// Who may vote in rounds of the demo, and who votes for whom.
class RegisterTest extends HeldRounds {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Autowired
    private Residents residents;

    @AfterEach
    void nobodyHasAnAge() {
        completed(database.sql("truncate polls.ages, polls.parcels").then());
    }

    @Test
    void birthdaysAreReadAsPeopleSayThem() {
        assertThat(Age.born("我1958年3月2日出生的", TODAY)).contains(LocalDate.of(1958, 3, 2));
        assertThat(Age.born("58年的", TODAY)).contains(LocalDate.of(1958, 12, 31));
        assertThat(Age.born("08年6月生", TODAY)).contains(LocalDate.of(2008, 6, 30));
        assertThat(Age.born("我68岁了", TODAY)).contains(LocalDate.of(1958, 11, 21));
        assertThat(Age.born("2月30日", TODAY)).isEmpty();
        assertThat(Age.born("1958年2月30日", TODAY)).isEmpty();
        assertThat(Age.born("1850年生", TODAY)).isEmpty();
        assertThat(Age.born("不告诉你", TODAY)).isEmpty();
    }

    @Test
    void anAgeCountsFromTheBirthdayOnAndOnceItWasSeen() {
        assertThat(Age.barrier(null, 0, TODAY)).isEmpty();
        assertThat(Age.barrier(null, 18, TODAY)).contains(Barrier.AGE_UNKNOWN);
        assertThat(Age.barrier(new Age(TODAY.minusYears(30), false), 18, TODAY)).contains(Barrier.AGE_UNSEEN);
        assertThat(Age.barrier(new Age(TODAY.minusYears(18), true), 18, TODAY)).isEmpty();
        assertThat(Age.barrier(new Age(TODAY.minusYears(18).plusDays(1), true), 18, TODAY))
                .contains(Barrier.TOO_YOUNG);
    }

    @Test
    void whoIsOldEnoughAndSeenVotesAndEverybodyElseIsToldWhy() {
        var round = opened(new Conditions(Voice.PERSON, 60, 1, 0));
        assertThat(ran("ask-ages")).isPositive();
        assertThat(ran("ask-ages")).as("asked once").isZero();
        says("r17", "1950年3月生");
        says("r18", "我16岁");
        says("r01", "1955年生的");
        assertThat(letters("age-said")).isEqualTo(3);
        var chen = staff("chen");
        assertThat(chen.page("/desk/rounds/1")).contains("1950-03-31", "证件看过").doesNotContain("??");
        seen("r17", "1950-03-31");
        seen("r18", LocalDate.now(SpokenTime.ZONE).minusYears(16).toString());
        assertThat(chen.post("/desk/rounds/1/age-seen", Map.of("resident", "r01", "born", "1900-01-01"))
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("同事刚刚改过");
        chen.post("/desk/rounds/1/age-refused", Map.of("resident", "r01"))
                .expectStatus()
                .is3xxRedirection();
        assertThat(letters("age-refused")).as("told that it is not so").isEqualTo(1);
        assertThat(result(database.sql("select count(*) from outbox.letters where key like 'age-%/r__%'")
                        .mapValue(Long.class)
                        .one()))
                .as("no key names a resident")
                .isZero();
        says("r01", "1955");
        assertThat(letters("age-said")).as("a bare year answers the letter").isEqualTo(4);

        toTheVote(round);
        votes("r17", "投2");
        assertThat(ballots()).isEqualTo(1);
        assertThat(why("r18")).contains("TOO_YOUNG");
        assertThat(why("r01")).contains("AGE_UNSEEN");
        assertThat(why("r02")).contains("AGE_UNKNOWN");
        assertThat(why("r03")).contains("NOT_VERIFIED");
        completed(database.sql("update polls.ages set seen_by = 'chen'").then());
        assertThat(why("r01")).as("frozen").contains("AGE_UNSEEN");
        assertThat(ballots()).isEqualTo(1);
        assertThat(chen.page("/desk/rounds/1")).contains("年龄没有核实").doesNotContain("??");
        assertThat(page("/polls/lm/round/1")).contains("年满 60 岁").doesNotContain("??");
    }

    @Test
    void ownersShareOutTheMoneyOfARoundEachOneVoice() {
        var round = opened(new Conditions(Voice.OWNER, 1));
        completed(database.sql("""
                        insert into polls.parcels (community_id, room, area, owner, names)
                        select 'lm', home, 9000, 'one-owner', case id when 'r17' then $1 else $2 end from community.residents
                        where community_id = 'lm' and id in ('r17', 'r18')""")
                .bind("$1", name("r17"))
                .bind("$2", name("r18"))
                .then());
        toTheVote(round);
        votes("r17", "投1");
        votes("r18", "投2");
        assertThat(ballots()).as("both speak for one owner").isEqualTo(1);
        assertThat(why("r01")).contains("NO_OWNER");
        due("vote_until");
        ran("close-polls");
        assertThat(result(find.result(round)).ballots()).isEqualTo(1);
        assertThat(page("/polls/lm/round/1")).doesNotContain("??");
    }

    @Test
    void theSecondOfAHouseholdIsToldWhenItVotedAndNotWhat() {
        var round = opened(new Conditions(Voice.HOUSEHOLD, 1));
        completed(database.sql(
                        "update community.residents set home = (select home from community.residents where id = 'r17') where id = 'r18'")
                .then());
        toTheVote(round);
        votes("r17", "投2");
        says("r18", "投1");
        assertThat(told("poll-confirm")).contains("\"before\":\"\"").doesNotContain("\"when\":\"\"");
        says("r18", "行");
        assertThat(ballots()).isEqualTo(1);
        assertThat(told("poll-taken")).contains("1号").doesNotContain("\"when\":\"\"");
        completed(database.sql("update community.residents set home = 'b3-2-501' where id = 'r18'")
                .then());
    }

    @Test
    void somebodyVotesForSomebodyElseOnceBothHaveSaidYesAndNotAfterItIsTakenBack() {
        voting(new Conditions(Voice.PERSON, 1));
        String agent = name("r17");
        says("r01", "委托没有这个人替我投票");
        assertThat(letters("proxy-nobody")).isEqualTo(1);
        says("r01", "我想委托" + agent + "替我投票");
        assertThat(told("proxy-said")).contains("NAMED", "3栋");
        says("r17", "接受委托 #1");
        assertThat(told("proxy-said")).as("not confirmed yet").contains("NOTHING");
        says("r01", "▸ 确认委托 #1");
        assertThat(letters("proxy-offered")).isEqualTo(1);
        says("r17", "接受委托");
        String link = link("proxy-accepted");
        assertThat(told("proxy-answered")).contains("\"yes\":\"yes\"");

        says("r01", "撤销委托");
        assertThat(told("proxy-said")).contains("REVOKED");
        web.get().uri(link).exchange().expectStatus().isNotFound();

        says("r01", "委托" + agent + "帮我投");
        says("r01", "确认委托");
        says("r17", "▸ 接受委托 #1");
        assertThat(page(link("proxy-accepted"))).contains("委托您代投").doesNotContain("??");
        assertThat(fills(link, link, Map.of("choice", "2", "send", "by-the-agent"))
                        .getKey())
                .isEqualTo(3);
        assertThat(ballots()).isEqualTo(1);
        says("r01", "不委托了");
        assertThat(told("proxy-said")).contains("USED");
        votes("r01", "投1");
        assertThat(ballots()).as("one voice").isEqualTo(1);
        assertThat(page(link))
                .as("what the voter voted is not the agent's business")
                .doesNotContain("checked");
        says("r01", "委托" + agent + "替我投票");
        assertThat(told("proxy-said")).contains("VOTED_BEFORE");
        says("r17", "委托" + agent + "替我投票");
        assertThat(told("proxy-said")).contains("SAME");
    }

    @Test
    void anAgentMayRefuseAndHoldsTwoAtTheMost() {
        voting(new Conditions(Voice.PERSON, 1));
        String agent = name("r17");
        for (String who : List.of("r01", "r02", "r04")) {
            says(who, "请" + agent + "代我投票");
            says(who, "确认委托");
            says("r17", who.equals("r02") ? "不接受委托" : "接受委托");
        }
        assertThat(count("select count(*) n from polls.proxies")).isEqualTo(2);
        assertThat(told("proxy-answered")).contains("\"yes\":\"yes\"");
        says("r05", "让" + agent + "替我投票");
        assertThat(told("proxy-said")).contains("TOO_MANY");
        says("r01", "收回委托");
        assertThat(letters("proxy-revoked")).as("the agent hears of it").isEqualTo(1);
        says("r05", "让" + agent + "替我投票");
        assertThat(told("proxy-said")).contains("NAMED");
    }

    private void toTheVote(Round round) {
        says("r01", "提个项目：门口装个长椅，老人可以歇脚");
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        due("collect_until");
        now(round);
        review(round, 1, 3_000);
        review(round, 2, 8_000);
        due("vote_from");
        assertThat(now(round)).isEqualTo(Phase.VOTING);
    }

    private void seen(String resident, String born) {
        staff("chen")
                .post("/desk/rounds/1/age-seen", Map.of("resident", resident, "born", born))
                .expectStatus()
                .is3xxRedirection();
    }

    private String why(String who) {
        completed(database.sql("delete from outbox.letters where template = 'poll-not-registered'")
                .then());
        says(who, "投1");
        return told("poll-not-registered");
    }

    private String link(String template) {
        var found = Pattern.compile("/vote/lm/1/[0-9a-f]{40}").matcher(told(template));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private String name(String resident) {
        return String.valueOf(result(residents.byId(SignedInAs.LM, resident)).name());
    }
}
