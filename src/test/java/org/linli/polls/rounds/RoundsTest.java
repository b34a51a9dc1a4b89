package org.linli.polls.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.platform.database.Columns;
import org.linli.polls.CastBallot;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.FindPolls;
import org.linli.polls.ballots.Marks;
import org.linli.polls.paper.EnterPaper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

/// A round of the demo from the wish to what is carried out.
class RoundsTest extends HeldRounds {

    @Autowired
    FindPolls polls;

    @Autowired
    CastBallot cast;

    @Autowired
    EnterPaper papers;

    @Autowired
    FindObjections objections;

    @Test
    void aRoundIsHeldFromTheWishToTheUnitThatCarriesItOut() {
        says("r01", "提个项目：门口装个长椅，老人买菜回来可以歇脚");
        assertThat(told("proposal-waits")).contains("1号 门口装个长椅");
        var round = opened();
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        says("r18", "支持2号提案");
        assertThat(results(proposals.of(round.community(), round.id())))
                .extracting(Proposal::supporters)
                .containsExactly(1, 2);

        due("collect_until");
        assertThat(now(round)).isEqualTo(Phase.REVIEW);
        review(round, 1, 3_000);
        due("vote_from");
        assertThat(now(round)).as("a proposal is not reviewed yet").isEqualTo(Phase.REVIEW);
        review(round, 2, 8_000);
        assertThat(now(round)).isEqualTo(Phase.VOTING);
        assertThat(letters("poll-opened")).isPositive();

        says("r17", "投2 #1");
        says("r18", "投 1 2 #1");
        assertThat(told("poll-confirm")).contains("1号 门口装个长椅", "2号 楼道装感应灯");
        assertThat(ballots()).as("nobody has said yes").isZero();
        says("r17", "确认");
        assertThat(ballots()).isEqualTo(1);
        says("r18", "确认投票 #1");
        assertThat(ballots())
                .as(told("poll-which") + told("poll-none") + told("poll-ask"))
                .isEqualTo(2);
        says("r01", "投1");
        says("r01", "改成2");
        says("r01", "对的");
        assertThat(ballots()).isEqualTo(3);
        says("r03", "投1 #1");
        assertThat(told("poll-not-registered")).isNotEmpty();
        assertThat(told("poll-taken")).contains("2号 楼道装感应灯");

        var chen = staff("chen");
        act(chen, "remind", Map.of());
        act(chen, "remind", Map.of());
        assertThat(reminded()).isPositive().isEqualTo(count("""
                select count(*) n from polls.register r where not voted and exists (
                    select from community.identities i where 'resident:' || i.resident = r.voter)"""));

        due("vote_until");
        assertThat(results(Flux.range(0, 3).flatMap(_ -> job("close-polls").round())).stream()
                        .mapToInt(it -> it)
                        .sum())
                .isEqualTo(1);
        assertThat(now(round)).isEqualTo(Phase.PUBLICITY);
        assertThat(result(find.result(round)).winners()).containsExactly(2);
        assertThat(result(find.result(round)).ballots()).isEqualTo(3);
        assertThat(page("/polls/lm/round/1"))
                .contains("楼道装感应灯", "8,000", "只公布入选项目")
                .doesNotContain("??");
        assertThat(told("round-result")).contains("楼道装感应灯");
        assertThat(page("/polls/lm/1")).contains("不公布票数").doesNotContain("poll-name", "??");

        says("r01", "异议：2号项目去年已经装过了");
        due("object_until");
        assertThat(now(round)).as("an objection is open").isEqualTo(Phase.PUBLICITY);
        assertThat(told("objection-taken")).contains("\"about\":\"2\"", "LM-");
        assertThat(page("/polls/lm/round/1")).contains("有异议，暂停办理").doesNotContain("??");
        act(chen, "decide", Map.of("of", "1", "verdict", "CONFIRMED", "words", "去年装的是一单元，这次是二、三单元"));
        assertThat(count("""
                select count(*) n from polls.objections o join cases.cases c on c.number = o.case_number
                where c.label = 'poll.object' and c.state = 'RESOLVED'""")).isEqualTo(1);
        assertThat(now(round)).isEqualTo(Phase.HANDING_OVER);

        act(chen, "hand-over", Map.of("of", "2", "unit", "property"));
        assertThat(now(round)).isEqualTo(Phase.CARRYING_OUT);
        act(chen, "tell", Map.of("of", "2", "words", "灯已经买好"));
        act(chen, "works/money", Map.of("of", "2", "source", "PUBLIC", "yuan", "8000", "payer", "街道", "receipt", "A1"));
        act(chen, "works/money", Map.of("of", "2", "source", "PUBLIC", "yuan", "8000", "payer", "街道", "receipt", "A1"));
        act(
                chen,
                "works/money",
                Map.of("of", "2", "source", "SPENT", "yuan", "7999.99", "payer", "灯具店", "receipt", "B7"));
        act(chen, "works/milestone", Map.of("of", "2", "title", "进场施工", "due", "2020-01-01"));
        assertThat(result(job("call-late-works").round())).isEqualTo(1);
        assertThat(result(job("call-late-works").round())).as("called today").isZero();
        assertThat(told("works-late")).contains("进场施工", "2020-01-01");
        assertThat(page("/polls/lm/round/1"))
                .contains("已支出 7,999.99 元，剩 0.01 元", "已超期")
                .doesNotContain("??");
        act(chen, "works/reached", Map.of("of", "2", "number", "1"));
        says("r01", "评价2号项目 5分");
        assertThat(told("appraisal-none")).as("it is not done yet").isNotEmpty();
        act(chen, "finish", Map.of("of", "2"));
        for (String who : List.of("r01", "r17", "r18")) {
            says(who, "评价2号项目 " + (who.equals("r01") ? "4" : "5") + "分 天天用");
        }
        assertThat(page("/polls/lm/round/1"))
                .contains("居民评议 4.7 分（3 人）", "3 人说在用")
                .doesNotContain("??", "已超期");
        assertThat(now(round)).isEqualTo(Phase.APPRAISAL);
        completed(database.sql("update polls.rounds set since = now() - interval '15 d'")
                .then());
        assertThat(now(round)).isEqualTo(Phase.PRIZES);
        act(chen, "end", Map.of());
        assertThat(now(round)).isEqualTo(Phase.OVER);
        assertThat(page("/polls/lm/round/1"))
                .contains("灯已经买好", "已办好", "去年装的是一单元")
                .doesNotContain("??");
        assertThat(chen.page("/desk/rounds/1")).doesNotContain("??");
    }

    @Test
    void whatIsTakenOutAfterAnObjectionIsCountedAgainWithoutItAndBothResultsStayPublic() {
        var round = publicised();
        says("r01", "异议：2号项目的地方是消防通道");
        says("r18", "异议：票数算得不对吧，怎么是这个");
        assertThat(said(staff("chen")
                        .post("/desk/rounds/1/decide", Map.of("of", "1", "verdict", "CHANGED", "words", "没有写哪一项"))))
                .contains("请选取消哪一项", "没有写哪一项")
                .doesNotContain("??");
        assertThat(results(objections.of(round))).allMatch(Objection::isOpen);

        act(staff("chen"), "decide", Map.of("of", "1", "verdict", "CHANGED", "item", "2", "words", "查实是消防通道"));
        assertThat(told("round-recounted")).contains("\"before\":\"2号 ", "\"winners\":\"1号 ", "查实是消防通道");
        long heard = letters("round-recounted");
        assertThat(heard).as("each group of the area").isEqualTo(letters("round-result"));
        act(staff("chen"), "decide", Map.of("of", "2", "verdict", "RECOUNTED", "words", "重新数过，一样"));
        assertThat(letters("round-recounted")).as("nothing is changed").isEqualTo(heard);

        assertThat(result(find.result(round)).winners()).containsExactly(1);
        assertThat(results(proposals.of(round.community(), round.id())))
                .extracting(Proposal::state)
                .containsExactly(Proposal.State.WON, Proposal.State.INFEASIBLE);
        assertThat(page("/polls/lm/round/1"))
                .contains("原来入选 2，现在入选 1", "查实是消防通道")
                .doesNotContain("??");
        due("object_until");
        assertThat(now(round)).isEqualTo(Phase.HANDING_OVER);
    }

    @Test
    void aBallotInWordsIsRepeatedAndCountsOnceItsVoterSaysYes() {
        voting(new Conditions(Voice.PERSON, 1));
        says("r17", "投2");
        says("r17", "加上1");
        assertThat(told("poll-confirm")).contains("1号 门口装个长椅", "2号 楼道装感应灯");
        says("r17", "不对");
        assertThat(told("poll-dropped")).contains("\"yours\":\"\"");
        says("r17", "确认投票");
        assertThat(ballots()).isZero();
        assertThat(letters("poll-ask")).isEqualTo(1);

        says("r17", "我投长椅那个");
        says("r17", "1");
        says("r17", "没错");
        assertThat(ballots()).isEqualTo(1);
        says("r17", "改成2");
        assertThat(told("poll-confirm")).contains("\"before\":\"1号");
        assertThat(count("select choices[1]::bigint n from polls.ballots"))
                .as("the former ballot counts until the new one is confirmed")
                .isEqualTo(1);
        says("r17", "对");
        assertThat(count("select choices[1]::bigint n from polls.ballots")).isEqualTo(2);
        assertThat(count("select count(*) n from polls.drafts")).isZero();
    }

    @Test
    void whoeverSupportsIsToldWhatItDoesBeforeARoundWhileItCollectsAndAfterwards() {
        says("r01", "提个项目：门口装个长椅，老人可以歇脚");
        says("r01", "支持1号提案");
        assertThat(told("proposal-supported")).contains("\"own\":\"yes\"", "\"waits\":\"yes\"", "\"count\":\"1\"");
        says("r18", "我也支持1号项目");
        assertThat(told("proposal-supported")).contains("\"again\":\"no\"", "\"count\":\"2\"");
        opened();
        says("r18", "支持提案1");
        assertThat(told("proposal-supported")).contains("\"again\":\"yes\"", "\"waits\":\"no\"", "\"count\":\"2\"");
        says("r18", "支持9号提案");
        assertThat(told("proposal-none")).contains("9");
        completed(database.sql("update polls.rounds set phase = 'REVIEW'").then());
        says("r17", "支持1号提案");
        assertThat(told("proposal-late")).contains("REVIEW", "长椅");
    }

    @Test
    void aPaperBallotCountsOnceTwoPeopleHaveReadTheSame() {
        voting(new Conditions(Voice.PERSON, 1));
        var chen = staff("chen");
        var second = staff("xu");
        assertThat(paper(chen, "resident:r17", "投 1 2")).contains("请另一位同事");
        assertThat(paper(chen, "resident:r17", "1 2"))
                .as("the same person twice")
                .contains("请另一位同事");
        assertThat(paper(second, "resident:r17", "2")).contains("两次录的不一样", "您录的", "1号 门口装个长椅");
        assertThat(ballots()).isZero();
        assertThat(paper(second, "resident:r17", "1 2")).contains("已经算数").doesNotContain("??");
        assertThat(ballots()).isEqualTo(1);
        assertThat(count("select count(*) n from polls.papers")).isZero();

        assertThat(paper(chen, "resident:r17", "2")).contains("不重复计入");
        assertThat(paper(chen, "resident:nobody", "2")).contains("选民名册里没有");
        assertThat(paper(chen, "resident:r18", "没有选"))
                .as("said beside what was typed, which stays")
                .containsPattern("value=\"没有选\"[^>]*><b class=\"field-trouble\" role=\"alert\">这样选不是有效的票")
                .containsPattern("<option value=\"resident:r18\" selected=\"selected\"");
        says("r17", "投2");
        assertThat(told("poll-confirm")).contains("\"before\":\"1号");
    }

    @Test
    void nobodyHoldsMoreThanTwoProxiesAndAVoiceStaysOne() {
        voting(new Conditions(Voice.PERSON, 1));
        var chen = staff("chen");
        assertThat(proxy(chen, "resident:r01", "r01"))
                .as("said beside the agent, and what was chosen stays")
                .containsPattern("<b class=\"field-trouble\" role=\"alert\">不能委托自己")
                .containsPattern("<option value=\"resident:r01\" selected=\"selected\"")
                .containsPattern("<option value=\"r01\" selected=\"selected\"");
        assertThat(proxy(chen, "resident:r01", "r17")).contains("已经发给代理人").doesNotContain("??");
        assertThat(proxy(chen, "resident:r01", "r18")).contains("已经委托过别人");
        var others =
                results(database.sql("""
                        select voter t from polls.register where voter not in ('resident:r01', 'resident:r17')
                        order by place desc limit 2""").map(row -> Columns.text(row, "t")).all());
        assertThat(proxy(chen, others.getFirst(), "r17")).contains("已经发给代理人");
        assertThat(proxy(chen, others.getLast(), "r17")).contains("代理人已经代了两位");

        completed(database.sql(
                        "delete from outbox.letters where template = 'poll-proxy' and facts->>'where' not like '%1栋%'")
                .then());
        var link = Pattern.compile("/vote/lm/1/[0-9a-f]{40}").matcher(told("poll-proxy"));
        assertThat(link.find()).isTrue();
        assertThat(vote(link.group(), Map.of("choice", "2", "send", "by-the-agent")))
                .isEqualTo(3);
        votes("r01", "投1");
        assertThat(ballots()).as("the same voice").isEqualTo(1);
    }

    private static String paper(SignedInAs who, String voter, String marks) {
        return said(who.post("/desk/polls/1/paper", Map.of("voter", voter, "marks", marks)));
    }

    private static String proxy(SignedInAs who, String voter, String agent) {
        return said(who.post("/desk/polls/1/proxy", Map.of("voter", voter, "agent", agent)));
    }

    private static String said(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void anObjectionWhoseCaseIsTakenBackHoldsNothingUpAnyMore() {
        var round = publicised();
        says("r01", "异议：2号项目去年已经装过了");
        says("r01", "撤回 " + result(objections.of(round).next()).caseNumber());
        assertThat(results(objections.of(round))).extracting(Objection::verdict).containsExactly(Verdict.WITHDRAWN);
    }

    @Test
    void aWrongRuleCannotBeSavedAndIsNamedBesideItsField() {
        var chen = staff("chen");
        wrong(chen, "只能配单选或多选", Map.of("rule", "phragmen", "kind", "RANKED", "completion", "none"));
        wrong(chen, "只能配排先后的选票", Map.of("rule", "stv"));
        wrong(chen, "只能配排先后的选票", Map.of("rule", "borda", "kind", "SCORES"));
        wrong(chen, "请从表里选一个计票规则", Map.of("rule", "whatever"));
        wrong(chen, "请写最多选几个", Map.of("rule", "stv", "kind", "RANKED"));
        wrong(chen, "别的规则请空着", Map.of("rule", "schulze", "kind", "RANKED", "seats", "3"));
        wrong(chen, "请写 1 到 1000000 的整数", Map.of("rule", "greedy-threshold"));
        wrong(chen, "请写 1 到 1000000 的整数", Map.of("rule", "greedy-threshold", "threshold", "很多"));
        wrong(chen, "别的规则请空着", Map.of("threshold", "5"));
        wrong(chen, "不能这样算", Map.of("utility", "points"));
        wrong(chen, "不能这样算", Map.of("rule", "borda", "kind", "RANKED", "utility", "cost"));
        wrong(chen, "请从表里选一个。", Map.of("utility", "happiness"));
        wrong(chen, "请从表里选一个。", Map.of("ties", "AGE"));
        wrong(chen, "别的规则请选整元", Map.of("rule", "greedy", "start", "exact"));
        wrong(chen, "只有等份额法才和别的结果比一比", Map.of("rule", "phragmen", "comparison", "true"));
        wrong(chen, "一元一元地加时，才有这一条", Map.of("completion", "utilitarian", "exhaustive", "true"));
        wrong(chen, "每次加的钱要在 1", Map.of("completion", "add1", "increment", "0"));
        wrong(chen, "每次加的钱要在 1", Map.of("increment", "5"));
        wrong(chen, "只有等份额法需要选", Map.of("rule", "greedy", "completion", "add1"));
        wrong(chen, "请从表里选剩下的钱怎么办", Map.of("completion", "burn"));
        wrong(chen, "预算要写成整数", Map.of("budget", "0"));
        wrong(chen, "预算要写成整数", Map.of("budget", "五万"));
        wrong(chen, "预算要写成整数", Map.of("budget", "99999999999999"));
        wrong(chen, "上限要在 1 到 100", Map.of("most", "101"));
        wrong(chen, "只有多选的选票可以限制合计金额", Map.of("kind", "SCORES", "knapsack", "true"));
        wrong(chen, "请从表里选一种选票", Map.of("kind", "SHOUTING"));
        wrong(chen, "请从表里选谁的一票", Map.of("voice", "DOGS"));
        wrong(chen, "业主投票不设年龄", Map.of("voice", "OWNER", "age", "18"));
        wrong(chen, "年龄要在 1 到 120", Map.of("age", "老人"));
        wrong(chen, "支持人数要在 1", Map.of("supporters", "0"));
        wrong(chen, "提到街道的人数要比", Map.of("supporters", "5", "street", "5"));
        wrong(chen, "征集至少要有一段时间", Map.of("collect", "0"));
        wrong(chen, "投票至少要有一段时间", Map.of("vote", "0"));
        wrong(chen, "公示至少要有一段时间", Map.of("object", "0"));
        wrong(chen, "请写 0 到 366", Map.of("review", "-3"));
        wrong(chen, "请选天、小时", Map.of("unit", "YEARS"));
        wrong(chen, "请写上抽签种子", Map.of("seed", "a b"));
        wrong(chen, "请选哪里的居民", Map.of("place", "nowhere"));
        assertThat(count("select count(*) n from polls.rounds")).isZero();
        assertThat(chen.page("/desk/rounds")).contains("等份额法").doesNotContain("??");
        staff("qian").get("/desk/rounds").expectStatus().isForbidden();

        var all = new HashMap<>(declared());
        all.putAll(Map.of("knapsack", "true", "age", "18", "street", "20", "budget", "10,000"));
        chen.post("/desk/rounds", all).expectStatus().is3xxRedirection();
        assertThat(count("select budget + age + street_supporters n from polls.rounds"))
                .isEqualTo(10_038);
    }

    /// Each field shows again what was typed, and the page says how many are wrong.
    private static void wrong(SignedInAs chen, String says, Map<String, String> typed) {
        var form = new HashMap<>(declared());
        form.putAll(typed);
        var page = said(chen.post("/desk/rounds", form));
        assertThat(page)
                .as(typed.toString())
                .contains(says, "有 1 处要改", "value=\"冬季微实事\"")
                .doesNotContain("??");
    }

    @Test
    void beforeARoundIsDeclaredStaffSeesWhatEachLevelWouldShow() {
        var chen = staff("chen");
        String shown = said(chen.post("/desk/rounds/privacy", declared()));
        assertThat(shown).contains("只有合计，一张选票也看不到", "value=\"冬季微实事\"").doesNotContain("??");
        assertThat(count("select count(*) n from polls.rounds")).isZero();
        voting(new Conditions(Voice.PERSON, 1));
        assertThat(shown)
                .as("the register that was frozen then")
                .contains("名册上有 %d 票".formatted(count("select count(*) n from polls.register")));

        var nowhere = declared();
        nowhere.put("place", "");
        assertThat(said(chen.post("/desk/rounds/privacy", nowhere)))
                .contains("有 1 处要改")
                .doesNotContain("照今天的登记", "??");
    }

    private static Map<String, String> declared() {
        var form = new HashMap<>(
                Map.of("title", "冬季微实事", "place", "s1", "budget", "10000", "kind", "SEVERAL", "most", "3"));
        form.putAll(
                Map.of("rule", "equal-shares", "completion", "none", "seed", "lot", "supporters", "1", "unit", "DAYS"));
        form.putAll(Map.of(
                "collect", "1", "review", "1", "vote", "1", "object", "1", "voice", "PERSON", "level", "ballots"));
        return form;
    }

    @Test
    void whatStaffEntersWronglyIsSaidBesideItsFieldAndStaysThere() {
        opened();
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        var chen = staff("chen");
        assertThat(refused(chen, "feasible", Map.of("of", "1", "cost", "八千块", "words", "可以做")))
                .contains("请写上费用", "value=\"八千块\"", "可以做");
        assertThat(refused(chen, "infeasible", Map.of("of", "1"))).contains("请写上给大家看的理由");
        assertThat(refused(chen, "feasible", Map.of("of", "1", "cost", "8000"))).contains("请写上给大家看的理由");
        assertThat(refused(chen, "feasible", Map.of("of", "1", "cost", "10,001", "words", "可以做")))
                .contains("比这一轮的全部预算还多", "value=\"10,001\"");
        assertThat(refused(chen, "feasible", Map.of("of", "1", "cost", "5", "words", "长".repeat(501))))
                .contains("不超过 500 个字", "长".repeat(501));
        assertThat(refused(chen, "feasible", Map.of("of", "99", "cost", "5", "words", "可以做")))
                .contains("现在不是做这件事的时候");
        assertThat(refused(chen, "tell", Map.of("of", "1"))).contains("没有办成");
        assertThat(refused(chen, "hand-over", Map.of("of", "1", "unit", "nobody")))
                .contains("没有办成");
        assertThat(refused(chen, "decide", Map.of("of", "1", "verdict", "MAYBE")))
                .contains("没有办成");
        assertThat(refused(chen, "end", Map.of())).contains("现在不是做这件事的时候");
        assertThat(refused(chen, "merge", Map.of("sources", "1", "titles", "灯", "words", "省钱")))
                .contains("至少要写两个不同的编号", "省钱");
        assertThat(refused(chen, "split", Map.of("sources", "1", "titles", "灯", "words", "省钱")))
                .contains("至少要两个名称");
        assertThat(refused(chen, "merge", Map.of("sources", "1 9", "titles", "灯", "words", "省钱")))
                .contains("有一个编号没有");
        assertThat(refused(chen, "undo", Map.of("of", "4"))).contains("现在不是做这件事的时候");
        act(chen, "split", Map.of("sources", "1号", "titles", "楼道灯\n台阶灯", "words", "两件事"));
        assertThat(chen.page("/desk/rounds/1")).contains("征求同意中", "楼道灯；台阶灯").doesNotContain("??");
        act(chen, "undo", Map.of("of", "1"));
        assertThat(chen.page("/desk/rounds/1")).contains("已撤销");
    }

    private static String refused(SignedInAs chen, String act, Map<String, String> form) {
        return said(chen.post("/desk/rounds/1/" + act, form));
    }

    @Test
    void paperNeverReplacesABallotOfTheVotersOwnThoughBothComeAtOnce() {
        var round = voting(new Conditions(Voice.PERSON, 1));
        var poll = result(polls.one(round.community(), round.id()));
        var members = result(communities.map(SignedInAs.LM)).staff();
        for (String who : List.of("r01", "r02", "r04", "r05", "r17", "r18")) {
            var voter = new Voter("resident:" + who, "", "");
            result(papers.enter(members.getFirst(), poll, voter, Marks.of(List.of(1))));
            results(Flux.merge(
                    papers.enter(members.getLast(), poll, voter, Marks.of(List.of(1)))
                            .cast(Object.class),
                    cast.cast(poll, voter, Marks.of(List.of(2)), "own-" + who)));
        }
        assertThat(ballots()).isEqualTo(6);
        assertThat(count("select count(*) n from polls.ballots where choices = '{2}'"))
                .as("whichever was written first, the voter's own counts")
                .isEqualTo(6);
    }

    @Test
    void aBallotPaperOpensByItsOwnLinkAndTakesWhatIsSentTwiceOnce() {
        voting(new Conditions(Voice.PERSON, 1));
        says("r17", "我要投票");
        var link = Pattern.compile("/vote/lm/1/[0-9a-f]{40}").matcher(told("poll-ask"));
        assertThat(link.find()).isTrue();

        assertThat(page(link.group())).contains("门口装个长椅", "vote.js").doesNotContain("??");
        String send = UUID.randomUUID().toString();
        assertThat(vote(link.group(), Map.of("choice", "2", "send", send))).isEqualTo(3);
        assertThat(vote(link.group(), Map.of("choice", "1", "send", "another-one")))
                .isEqualTo(3);
        assertThat(vote(link.group(), Map.of("choice", "2", "send", send))).isEqualTo(3);
        assertThat(vote(link.group(), Map.of("send", "with-nothing-in-it"))).isEqualTo(2);

        assertThat(page(link.group())).containsPattern("/polls/lm/1/log\\?code=([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
        assertThat(count("select choices[1]::bigint n from polls.ballots")).isEqualTo(1);
        assertThat(count("select count(*) n from polls.register where voted")).isEqualTo(1);
        web.get()
                .uri(link.group().replaceFirst(".$", "g"))
                .exchange()
                .expectStatus()
                .isNotFound();
        web.get().uri("/vote/lm/1/" + "0".repeat(40)).exchange().expectStatus().isNotFound();
    }

    @Test
    void aScriptHandsInABallotWithoutAPageAndWithNothingButItsTicket() {
        voting(new Conditions(Voice.PERSON, 1));
        says("r17", "我要投票");
        var link = Pattern.compile("/vote/lm/1/[0-9a-f]{40}").matcher(told("poll-ask"));
        assertThat(link.find()).isTrue();

        assertThat(handedIn(link.group(), "1", "the-first-attempt")).isEqualTo(204);
        assertThat(handedIn(link.group(), "2", "the-second-attempt")).isEqualTo(204);
        assertThat(handedIn(link.group(), "1", "the-first-attempt")).as("again").isEqualTo(204);
        assertThat(handedIn(link.group(), "", "nothing-chosen")).isEqualTo(422);
        assertThat(handedIn("/vote/lm/1/" + "0".repeat(40), "1", "by-nobody")).isEqualTo(404);
        assertThat(count("select choices[1]::bigint n from polls.ballots")).isEqualTo(2);
        due("vote_until");
        assertThat(handedIn(link.group(), "1", "after-the-closing")).isEqualTo(409);
        assertThat(ballots()).isEqualTo(1);
    }

    private int handedIn(String link, String choice, String send) {
        return web.post()
                .uri(link + "/ballot")
                .body(BodyInserters.fromFormData("choice", choice).with("send", send))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    /// Two proposals that cost more than the budget together; the second has won.
    private Round publicised() {
        var round = voting(new Conditions(Voice.PERSON, 1));
        votes("r17", "投2 #1");
        votes("r18", "投 1 2 #1");
        votes("r01", "投2");
        due("vote_until");
        results(Flux.range(0, 3).flatMap(_ -> job("close-polls").round()));
        return round;
    }

    private long reminded() {
        return letters("poll-remind");
    }

    private static void act(SignedInAs chen, String act, Map<String, String> form) {
        chen.post("/desk/rounds/1/" + act, form).expectStatus().is3xxRedirection();
    }

    private int vote(String path, Map<String, String> fields) {
        return fills(path, path, fields).getKey();
    }
}
