package org.linli.polls.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.cases.web.Talker;
import org.linli.channels.Intake;
import org.linli.community.Communities;
import org.linli.community.StaffPasswords;
import org.linli.inbox.HandleArrival;
import org.linli.platform.database.Columns;
import org.linli.platform.jobs.Job;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.log.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

/// A round of the demo from the wish to what is carried out.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class RoundsTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    HoldRound hold;

    @Autowired
    AdvanceRounds advance;

    @Autowired
    List<Job> jobs;

    @Autowired
    FindRounds find;

    @Autowired
    FindProposals proposals;

    @Autowired
    TreatProposal treat;

    @Autowired
    FindObjections objections;

    @Autowired
    Communities communities;

    @Autowired
    DatabaseClient database;

    @Autowired
    Intake intake;

    @Autowired
    HandleArrival converse;

    @Autowired
    Clock clock;

    @BeforeEach
    void noRounds() {
        SignedInAs.givePasswords(passwords, encoder);
        completed(database.sql(
                        "truncate polls.polls, polls.rounds, polls.proposals, polls.supports, polls.objections, polls.recounts, polls.money, "
                                + "polls.milestones, polls.appraisals cascade")
                .then());
        completed(database.sql(
                        "delete from outbox.letters where template ~ '^(poll|round|proposal|objection|works|appraisal)-'")
                .then());
        completed(database.sql("truncate dialogue.conversations").then());
    }

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

        var chen = new SignedInAs("chen", web);
        act(chen, "remind", Map.of());
        act(chen, "remind", Map.of());
        assertThat(reminded()).isPositive().isEqualTo(number(database, """
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
        assertThat(number(database, """
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
        act(
                chen,
                "works/money",
                Map.of("of", "2", "source", "SPENT", "yuan", "1.999", "payer", "灯具店", "receipt", "B8"));
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
        act(new SignedInAs("chen", web), "decide", Map.of("of", "1", "verdict", "CHANGED", "words", "没有写哪一项"));
        assertThat(results(objections.of(round))).allMatch(Objection::isOpen);

        act(
                new SignedInAs("chen", web),
                "decide",
                Map.of("of", "1", "verdict", "CHANGED", "item", "2", "words", "查实是消防通道"));
        act(new SignedInAs("chen", web), "decide", Map.of("of", "2", "verdict", "RECOUNTED", "words", "重新数过，一样"));

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
        voting();
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
        assertThat(number(database, "select choices[1]::bigint n from polls.ballots"))
                .as("the former ballot counts until the new one is confirmed")
                .isEqualTo(1);
        says("r17", "对");
        assertThat(number(database, "select choices[1]::bigint n from polls.ballots"))
                .isEqualTo(2);
        assertThat(number(database, "select count(*) n from polls.drafts")).isZero();
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
        voting();
        var chen = new SignedInAs("chen", web);
        result(passwords.set(SignedInAs.LM, "xu", Objects.requireNonNull(encoder.encode(SignedInAs.PASSWORD))));
        var second = new SignedInAs("xu", web);
        assertThat(paper(chen, "resident:r17", "投 1 2")).contains("请另一位同事");
        assertThat(paper(chen, "resident:r17", "1 2"))
                .as("the same person twice")
                .contains("请另一位同事");
        assertThat(paper(second, "resident:r17", "2")).contains("两次录的不一样", "您录的", "1号 门口装个长椅");
        assertThat(ballots()).isZero();
        assertThat(paper(second, "resident:r17", "1 2")).contains("已经算数").doesNotContain("??");
        assertThat(ballots()).isEqualTo(1);
        assertThat(number(database, "select count(*) n from polls.papers")).isZero();

        assertThat(paper(chen, "resident:r17", "2")).contains("不重复计入");
        assertThat(paper(chen, "resident:nobody", "2")).contains("选民名册里没有");
        assertThat(paper(chen, "resident:r18", "没有选")).contains("不是有效的票");
        says("r17", "投2");
        assertThat(told("poll-confirm")).contains("\"before\":\"1号");
    }

    @Test
    void nobodyHoldsMoreThanTwoProxiesAndAVoiceStaysOne() {
        voting();
        var chen = new SignedInAs("chen", web);
        assertThat(proxy(chen, "resident:r01", "r01")).contains("不能委托自己");
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
    void aWrongRuleCannotBeSaved() {
        var chen = new SignedInAs("chen", web);
        for (var wrong : List.of(
                Map.of("rule", "stv"),
                Map.of("rule", "phragmen", "kind", "RANKED", "completion", "none"),
                Map.of("rule", "greedy", "completion", "add1"),
                Map.of("budget", "0"),
                Map.of("most", "0"),
                Map.of("vote", "0"),
                Map.of("seed", ""),
                Map.of("place", "nowhere"))) {
            var form = new HashMap<>(
                    Map.of("title", "冬季微实事", "place", "s1", "budget", "10000", "kind", "SEVERAL", "most", "3"));
            form.putAll(Map.of(
                    "rule", "equal-shares", "completion", "none", "seed", "lot", "supporters", "1", "unit", "DAYS"));
            form.putAll(Map.of("collect", "1", "review", "1", "vote", "1", "object", "1"));
            form.putAll(wrong);
            chen.post("/desk/rounds", form).expectStatus().isOk();
        }
        assertThat(number(database, "select count(*) n from polls.rounds")).isZero();
        assertThat(chen.page("/desk/rounds")).contains("等份额法").doesNotContain("??");
        new SignedInAs("qian", web).get("/desk/rounds").expectStatus().isForbidden();
    }

    @Test
    void aBallotPaperOpensByItsOwnLinkAndTakesWhatIsSentTwiceOnce() {
        voting();
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
        assertThat(number(database, "select choices[1]::bigint n from polls.ballots"))
                .isEqualTo(1);
        assertThat(number(database, "select count(*) n from polls.register where voted"))
                .isEqualTo(1);
        web.get()
                .uri(link.group().replaceFirst(".$", "g"))
                .exchange()
                .expectStatus()
                .isNotFound();
        web.get().uri("/vote/lm/1/" + "0".repeat(40)).exchange().expectStatus().isNotFound();
    }

    /// Two proposals that cost more than the budget together; the second has won.
    private Round publicised() {
        var round = voting();
        votes("r17", "投2 #1");
        votes("r18", "投 1 2 #1");
        votes("r01", "投2");
        due("vote_until");
        results(Flux.range(0, 3).flatMap(_ -> job("close-polls").round()));
        return round;
    }

    private void votes(String who, String words) {
        says(who, words);
        says(who, "确认");
    }

    private long ballots() {
        return number(database, "select count(*) n from polls.ballots");
    }

    private Round voting() {
        var round = opened();
        says("r01", "提个项目：门口装个长椅，老人可以歇脚");
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        due("collect_until");
        now(round);
        review(round, 1, 3_000);
        review(round, 2, 8_000);
        due("vote_from");
        now(round);
        return round;
    }

    private Round opened() {
        var now = Instant.now();
        var dates = new Schedule(
                now,
                now.plus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(2)),
                now.plus(Duration.ofDays(3)),
                now.plus(Duration.ofDays(4)));
        var rules = new Rules(
                10_000, BallotKind.SEVERAL, 3, false, Rule.EQUAL_SHARES, Completion.ADD1U, "lot", Level.BALLOTS);
        var chen = result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
        return result(hold.open(
                chen, new HoldRound.Declared(UUID.randomUUID(), "冬季微实事", "s1", rules, Voice.PERSON, 1, dates)));
    }

    /// The clock goes on by moving the dates back: that one has just passed, those behind it have not.
    private void due(String date) {
        var dates = List.of("opened_at", "collect_until", "vote_from", "vote_until", "object_until");
        int passed = dates.indexOf(date);
        String set = IntStream.range(0, dates.size())
                .mapToObj(i -> "%s = now() + interval '%d h'".formatted(dates.get(i), i <= passed ? i - passed - 1 : i))
                .collect(Collectors.joining(", "));
        completed(database.sql("update polls.rounds set " + set).then());
        if (date.equals("vote_until")) {
            completed(database.sql("update polls.polls set opens_at = now() - interval '2 h', closes_at = now()")
                    .then());
        }
    }

    private Phase now(Round round) {
        result(advance.round());
        return result(find.one(round.community(), round.id())).phase();
    }

    private void review(Round round, int number, long cost) {
        assertThat(result(treat.review(round, number, true, "", cost, "可以做")).state())
                .isEqualTo(Proposal.State.FEASIBLE);
    }

    private Job job(String name) {
        return jobs.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private long reminded() {
        return letters("poll-remind");
    }

    private static void act(SignedInAs chen, String act, Map<String, String> form) {
        chen.post("/desk/rounds/1/" + act, form).expectStatus().is3xxRedirection();
    }

    private void says(String who, String words) {
        new Talker(intake, converse, database, clock).says(who, words, null);
    }

    private long letters(String template) {
        return number(database, "select count(*) n from outbox.letters where template = '" + template + "'");
    }

    private String told(String template) {
        return String.join(
                "",
                results(database.sql(
                                "select facts::text t from outbox.letters where template = $1 order by id desc limit 1")
                        .bind("$1", template)
                        .map(row -> Columns.text(row, "t"))
                        .all()));
    }

    private String page(String path) {
        return Objects.requireNonNull(web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private int vote(String path, Map<String, String> fields) {
        var page = web.get().uri(path).exchange().expectBody(String.class).returnResult();
        var token = TOKEN.matcher(Objects.requireNonNull(page.getResponseBody()));
        assertThat(token.find()).isTrue();
        var form = BodyInserters.fromFormData("_csrf", token.group(1));
        fields.forEach(form::with);
        String cookie = Objects.requireNonNull(page.getResponseCookies().getFirst("XSRF-TOKEN"))
                .getValue();
        return web.post()
                        .uri(path)
                        .cookie("XSRF-TOKEN", cookie)
                        .body(form)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getStatus()
                        .value()
                / 100;
    }
}
