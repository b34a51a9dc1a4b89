package org.linli.whistles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.staffing.Absence;
import org.linli.cases.staffing.Absences;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.platform.database.Columns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

/// Units are called to cases of the demo, and come or do not.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class WhistlesTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    AnswerWhistle answers;

    @Autowired
    FindWhistles find;

    @Autowired
    WhistleLinks links;

    @Autowired
    ChaseWhistles chase;

    @Autowired
    Communities communities;

    @Autowired
    Absences absences;

    @Autowired
    DatabaseClient database;

    private String open = "";

    @BeforeEach
    void nobodyWasCalled() {
        SignedInAs.givePasswords(passwords, encoder);
        completed(database.sql("truncate whistles.steps, whistles.whistles").then());
        completed(database.sql("delete from outbox.letters where template like 'whistle-%'")
                .then());
        open = result(database.sql("select number from cases.cases where is_open order by number limit 1")
                .map(row -> Columns.text(row, "number"))
                .one());
    }

    @Test
    void whoIsCalledIsToldOnceAndCannotBeCalledTwiceAtATime() {
        assertThat(blow("enforcement")).isInstanceOf(AnswerWhistle.Result.Done.class);
        assertThat(blow("enforcement")).isEqualTo(new AnswerWhistle.Result.Declined(Answers.Trouble.NOT_NOW));
        assertThat(blow("property")).isInstanceOf(AnswerWhistle.Result.Done.class);

        assertThat(letters("whistle-called")).isEqualTo(2);
        assertThat(answers.blow(chen(), "LM-2026-999999", "enforcement", "来", tomorrow())
                        .blockOptional())
                .isEmpty();
        assertThat(answers.blow(chen(), open, "nobody", "来", tomorrow()).blockOptional())
                .isEmpty();
    }

    @Test
    void whoStandsInForSomebodyWhoIsAwayIsCalledInstead() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        completed(absences.add(chen(), new Absence("whistle", "ding", today, today, "xu")));

        blow("enforcement");

        completed(absences.forget(chen(), "whistle"));
        assertThat(results(database.sql("select address from outbox.letters where template = 'whistle-called'")
                        .mapValue(String.class)
                        .all()))
                .containsExactly("webchat:lm:person:xu");
    }

    @Test
    void ofThoseWhoCallAUnitAtTheSameMomentOneIsFirst() {
        var chen = chen();
        var results =
                results(Flux.range(0, 5).flatMap(_ -> answers.blow(chen, open, "enforcement", "需要现场核查", tomorrow())));

        assertThat(results.stream().filter(AnswerWhistle.Result.Done.class::isInstance))
                .hasSize(1);
        assertThat(results).contains(new AnswerWhistle.Result.Declined(Answers.Trouble.NOT_NOW));
        assertThat(letters("whistle-called")).isEqualTo(1);
    }

    @Test
    void ofTwoWhoAnswerAtOnceBothAreHeardInOrder() {
        var whistle = blown("enforcement");
        var results =
                results(Flux.range(0, 6).flatMap(i -> answers.answer(whistle, "丁毅", new Answer.ReportIn("丁毅" + i))));

        assertThat(results.stream().filter(AnswerWhistle.Result.Done.class::isInstance))
                .hasSize(1);
        assertThat(letters("whistle-reported-in")).isEqualTo(1);
        assertThat(results(find.history(whistle))).hasSize(2);
    }

    @Test
    void whoDoesNotComeIsChasedOnceByAnyNumberOfReplicas() {
        var late = blown("enforcement");
        blow("property");
        completed(database.sql("update whistles.whistles set report_by = now() - interval '1 minute' where id = $1")
                .bind("$1", late.id())
                .then());

        var chased = results(Flux.range(0, 3).flatMap(_ -> chase.round()));

        assertThat(chased.stream().mapToInt(it -> it).sum()).isEqualTo(1);
        assertThat(letters("whistle-late")).isEqualTo(1);
        assertThat(letters("whistle-nobody-came")).isPositive();
        assertThat(result(chase.round())).isZero();
    }

    @Test
    void aLinkOpensItsWhistleAndNothingElse() {
        var mine = blown("enforcement");
        var other = blown("property");
        String path = result(links.path(mine));

        assertThat(page(path)).contains("临湄街道综合行政执法队", "等待报到").doesNotContain("??", "/desk/");
        String forged = path.replace(mine.id(), other.id());
        web.get().uri(forged).exchange().expectStatus().isNotFound();
        web.get().uri(path + "x").exchange().expectStatus().isNotFound();
        web.get().uri("/whistle/lm/nothing/at-all").exchange().expectStatus().isNotFound();

        submit(path, "report-in", Map.of("name", "丁毅"));
        submit(path, "finish", Map.of("words", "棚子拆了"));
        assertThat(page(path)).contains("已办，待评价", "棚子拆了").doesNotContain("<form");
        assertThat(letters("whistle-done")).isPositive();
    }

    @Test
    void theCommunityHandsTheLinkToAUnitThatNoLetterReachesAndNobodyElseSeesIt() {
        var mine = blown("enforcement");
        String path = result(links.path(mine));
        var chen = new SignedInAs("chen", web);

        assertThat(chen.page("/desk/whistles")).contains(path, "已经发给对方");
        assertThat(new SignedInAs("qian", web).page("/desk/whistles")).doesNotContain(path);
        completed(database.sql("update whistles.whistles set unit = 'nobody-there' where id = $1")
                .bind("$1", mine.id())
                .then());
        assertThat(chen.page("/desk/whistles")).contains(path, "没法通知到");

        completed(database.sql("update whistles.whistles set unit = 'enforcement' where id = $1")
                .bind("$1", mine.id())
                .then());
        answer(mine, new Answer.ReportIn("丁毅"));
        answer(mine, new Answer.Finish("棚子拆了"));
        assertThat(chen.page("/desk/whistles")).doesNotContain(path);
    }

    @Test
    void whatIsWrongIsSaidOnThePageAndNothingIsDone() {
        var mine = blown("enforcement");
        String path = result(links.path(mine));

        assertThat(submit(path, "report-in", Map.of("name", " "))).contains("请写上您的姓名");
        assertThat(submit(path, "finish", Map.of("words", "拆了"))).contains("现在不能这样做了");
        assertThat(result(find.one(mine.community(), mine.id())).state()).isEqualTo(Whistle.State.CALLED);
    }

    @Test
    void theCommunityBlowsAndRatesAtTheDeskAndOthersDoNot() {
        var chen = new SignedInAs("chen", web);
        chen.post("/desk/whistles", Map.of("number", open, "unit", "enforcement", "words", "请来看看", "hours", "2"))
                .expectStatus()
                .is3xxRedirection();
        var mine = results(find.ofCase(SignedInAs.LM, open)).getFirst();
        answer(mine, new Answer.ReportIn("丁毅"));
        answer(mine, new Answer.Finish("棚子拆了"));

        assertThat(chen.page("/desk/cases/" + open)).contains("/desk/whistles?case=" + open);
        assertThat(chen.page("/desk/whistles?case=" + open))
                .contains("请来看看", "棚子拆了")
                .doesNotContain("??");
        var qian = new SignedInAs("qian", web);
        qian.post("/desk/whistles/" + mine.id() + "/rate", Map.of("stars", "5"))
                .expectStatus()
                .isNotFound();
        qian.post("/desk/whistles", Map.of("number", open, "unit", "property", "words", "来", "hours", "2"))
                .expectStatus()
                .isNotFound();
        assertThat(qian.page("/desk/whistles")).doesNotContain("请来看看").contains("现在没有进行中的哨");

        chen.post("/desk/whistles/" + mine.id() + "/rate", Map.of("stars", "4", "words", "很快"))
                .expectStatus()
                .is3xxRedirection();
        assertThat(chen.page("/desk/whistles")).contains("4.0").doesNotContain("??");
    }

    private void answer(Whistle whistle, Answer answer) {
        assertThat(result(answers.answer(whistle, "丁毅", answer))).isInstanceOf(AnswerWhistle.Result.Done.class);
    }

    private Whistle blown(String unit) {
        return ((AnswerWhistle.Result.Done) blow(unit)).after();
    }

    private AnswerWhistle.Result blow(String unit) {
        return result(answers.blow(chen(), open, unit, "需要现场核查", tomorrow()));
    }

    private static Instant tomorrow() {
        return Instant.now().plus(Duration.ofDays(1));
    }

    private StaffMember chen() {
        return result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
    }

    private long letters(String template) {
        return number(database, "select count(*) n from outbox.letters where template = '" + template + "'");
    }

    private String page(String path) {
        return Objects.requireNonNull(fetched(path).getResponseBody());
    }

    private EntityExchangeResult<String> fetched(String path) {
        return web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
    }

    private String submit(String path, String act, Map<String, String> fields) {
        var page = fetched(path);
        var token = TOKEN.matcher(Objects.requireNonNull(page.getResponseBody()));
        assertThat(token.find()).isTrue();
        var form = BodyInserters.fromFormData("_csrf", token.group(1));
        fields.forEach(form::with);
        return Objects.requireNonNullElse(
                web.post()
                        .uri(path + "/" + act)
                        .cookie(
                                "XSRF-TOKEN",
                                Objects.requireNonNull(page.getResponseCookies().getFirst("XSRF-TOKEN"))
                                        .getValue())
                        .body(form)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody(),
                "");
    }
}
