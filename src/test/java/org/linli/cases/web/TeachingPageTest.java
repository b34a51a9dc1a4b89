package org.linli.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.Results;
import org.linli.channels.Address;
import org.linli.channels.Intake;
import org.linli.channels.Quote;
import org.linli.community.StaffPasswords;
import org.linli.dialogue.LearningRefused;
import org.linli.dialogue.Teachable;
import org.linli.dialogue.Teachable.Cause;
import org.linli.inbox.HandleArrival;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// The teaching room, as staff sees it.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class TeachingPageTest {

    private static final Address B3 = Address.parse("webchat:lm:group:b3");

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Intake intake;

    @Autowired
    HandleArrival converse;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    @BeforeEach
    void nothingIsTaughtAndNothingWasSaid() {
        SignedInAs.givePasswords(passwords, encoder);
        Results.completed(database.sql("""
                        truncate teaching.lessons, teaching.refusals, outbox.letters,
                            cases.cases, cases.steps, cases.supporters, cases.spots,
                            dialogue.topics, dialogue.conversations cascade""").then());
    }

    @Test
    void nothingToTeachIsSaid() {
        assertThat(new SignedInAs("chen", web).page("/desk/teaching"))
                .contains("眼下没有要教的话")
                .doesNotContain("??");
    }

    @Test
    void aMessageIsShownMaskedWithItsGuessAndWhyAndTaughtWithOneClick() {
        commit(said("p-1", "3栋2单元501的电梯咋还不好使", Cause.UNSURE), said("p-2", "3栋2单元502的电梯咋还不好使", Cause.UNSURE));
        var chen = new SignedInAs("chen", web);

        String page = chen.page("/desk/teaching");
        assertThat(page)
                .contains("没把握", "3栋2单元000的电梯咋还不好使", "差不多的 2 句", "电梯故障", "为什么听成这样", "当时听成“工作作风”")
                .doesNotContain("元501", "元502", "webchat:", "??");

        String click = value(page, "click");
        String told = told(chen.post(
                "/desk/teaching/label", Map.of("keys", "p-1,p-2", "label", "report.elevator", "click", click)));
        assertThat(told).contains("said=taught", "number=2");
        assertThat(chen.page(told))
                .contains("已教 2 句：电梯故障", "撤销", "看看教过的 2 句", "眼下没有要教的话")
                .doesNotContain("??");
        assertThat(told(chen.post("/desk/teaching/undo", Map.of("click", click))))
                .contains("said=back", "number=2");
        assertThat(chen.page("/desk/teaching")).contains("差不多的 2 句");
    }

    @Test
    void aPageOfMessagesIsPastedMaskedAndTaughtWithOneClick() {
        var chen = new SignedInAs("chen", web);
        String click = "00000000-0000-4000-8000-000000000001";
        var page = Map.of(
                "words",
                "王姐 2026/6/10 09:12\n- 3栋2单元501的电梯咋还不好使\n3栋2单元502的电梯咋还不好使\n\n。\n3栋2单元501的电梯咋还不好使\n晚上谁去打球\n",
                "where",
                "group",
                "click",
                click);

        for (int pressed = 0; pressed < 2; pressed++) {
            String told = told(chen.post("/desk/teaching/paste", page));
            assertThat(told).contains("said=pasted", "number=3");
            assertThat(chen.page(told))
                    .contains("已放进 3 句", "差不多的 2 句", "贴进来的", "群里说的", "3栋2单元000的电梯咋还不好使", "晚上谁去打球", "还有 2 组话")
                    .doesNotContain("元501", "王姐", "09:12", "??");
        }
        assertThat(chen.page(told(chen.post("/desk/teaching/paste", Map.of("words", " \n。\n")))))
                .contains("没有找到能教的话")
                .doesNotContain("??");
    }

    @Test
    void whatPeopleCallAPlaceIsTaughtAndForgotten() {
        var chen = new SignedInAs("chen", web);

        assertThat(told(chen.post("/desk/teaching/names", Map.of("place", "s1-shop", "name", "老王家"))))
                .endsWith("said=done");
        assertThat(chen.page("/desk/teaching/names?said=done"))
                .contains("“老王家”就是", "小超市", "记住了")
                .doesNotContain("??");
        assertThat(told(chen.post("/desk/teaching/names", Map.of("place", "s1-shop", "name", "?"))))
                .endsWith("said=no_name");
        assertThat(told(chen.post("/desk/teaching/names/forget", Map.of("place", "s1-shop", "name", "老王家"))))
                .endsWith("said=forgotten");
        assertThat(chen.page("/desk/teaching/names")).contains("还没有教过别的叫法").doesNotContain("??");
    }

    @Test
    void theListAndTheButtonBesideItAreThere() {
        commit(said("p-1", "随便说说", Cause.NOT_UNDERSTOOD));
        var chen = new SignedInAs("chen", web);

        assertThat(told(chen.post("/desk/teaching/label", Map.of("keys", "p-1", "other", "no-such-label"))))
                .contains("number=0");
        assertThat(told(chen.post("/desk/teaching/dismiss", Map.of("keys", "p-1"))))
                .contains("said=dismissed", "number=1");
        assertThat(told(chen.post("/desk/teaching/dismiss", Map.of("keys", "p-1"))))
                .contains("number=0");
    }

    @Test
    void whoDoesNotWorkForTheWholeCommunitySeesNothingOfIt() {
        for (String staff : List.of("lin", "qian")) {
            var somebody = new SignedInAs(staff, web);
            somebody.get("/desk/teaching").expectStatus().isNotFound();
            somebody.post("/desk/teaching/label", Map.of("keys", "p-1", "label", "chatter"))
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Test
    void thereAreAsManyPagesAsNeeded() {
        for (int i = 0; i < 12; i++) {
            commit(said("p-" + i, Character.toString('甲' + 40 * i).repeat(4) + (char) ('一' + 90 * i), Cause.UNSURE));
        }
        var chen = new SignedInAs("chen", web);

        assertThat(chen.page("/desk/teaching")).contains("还有 12 组话", "page=1");
        assertThat(chen.page("/desk/teaching?page=1")).contains("page=0").doesNotContain("page=2");
        assertThat(chen.page("/desk/teaching?page=77")).contains("page=0");
    }

    @Test
    void aCaseThatIsRelabelledTellsItsHistoryAndIsTaught() {
        tells("r18", "4栋二楼楼道的灯全灭了");
        String number = number("4栋二楼楼道的灯全灭了");
        var chen = new SignedInAs("chen", web);
        String page = chen.page("/desk/cases/" + number);
        assertThat(page).contains("为什么归到这一类", "改类别").doesNotContain("??");

        chen.post(
                        "/desk/cases/" + number + "/relabel",
                        Map.of("version", value(page, "version"), "label", "report.facility", "words", "是公共的"))
                .expectStatus()
                .isSeeOther();

        assertThat(chen.page("/desk/cases/" + number + "?said=relabel"))
                .contains("公共设施", "改为“公共设施” 是公共的", "类别已改好")
                .doesNotContain("??");
        assertThat(chen.page("/desk/teaching")).contains("类别改过", "有人说其实是“公共设施”", "4栋二楼楼道的灯全灭了");
    }

    @Test
    void aNeighbourWhoCallsItNoReportTeachesUsAndWhoSaidItTakesItBack() {
        says("r18", "@小邻 4栋门口有人遛狗不牵绳");
        String number = number("4栋门口有人遛狗不牵绳");
        says("r32", "不是报修 " + number);

        assertThat(new SignedInAs("chen", web).page("/desk/teaching")).contains("不该出声", "4栋门口有人遛狗不牵绳", "闲聊");
        assertThat(state(number)).isNotEqualTo("WITHDRAWN");

        says("r18", "不是报修 " + number);
        assertThat(state(number)).isEqualTo("WITHDRAWN");
    }

    @Test
    void whatWasTaughtIsShownAsAChangeToReviewAndToTakeAwayAndNobodyButAdministratorsTriesIt() {
        Results.completed(database.sql("delete from teaching.candidates").then());
        commit(said("p-1", "上下楼那铁盒子罢工了", Cause.UNSURE));
        var chen = new SignedInAs("chen", web);
        assertThat(chen.page("/desk/teaching/change")).contains("没有等着学的话").doesNotContain("??");
        chen.post("/desk/teaching/label", Map.of("keys", "p-1", "label", "report.elevator"));

        assertThat(chen.page("/desk/teaching/change"))
                .contains("intents/report/elevator.yml", "+      - 上下楼那铁盒子罢工了", "先试学一下", "共 1 句")
                .doesNotContain("??");
        assertThat(chen.page("/desk/teaching/change.patch"))
                .startsWith("--- a/intents/report/elevator.yml\n+++ b/intents/report/elevator.yml\n@@ -");

        assertThat(told(chen.post("/desk/teaching/change/try", Map.of()))).endsWith("said=done");
        assertThat(chen.page("/desk/teaching/change?said=done"))
                .contains("正在试学")
                .doesNotContain("??");
        chen.post("/desk/teaching/change/conjure", Map.of()).expectStatus().isNotFound();
        new SignedInAs("lin", web)
                .post("/desk/teaching/change/try", Map.of())
                .expectStatus()
                .isNotFound();
        Results.completed(database.sql("delete from teaching.candidates").then());
    }

    @Test
    void whatACandidateDidIsShown() {
        Results.completed(database.sql("delete from teaching.candidates").then());
        Results.completed(database.sql("""
                        insert into teaching.lessons (community_id, key, person, words, in_group, guess, confidence,
                            cause, noticed_at, state, label)
                        values ('lm', 'p-1', '', '电梯咋了', true, 'chatter', .4, 'MISSED', now(), 'taught',
                            'report.elevator')""").then());
        Results.completed(
                database.sql("""
                        insert into teaching.candidates (community_id, id, state, asked_by, asked_at, lessons,
                            comparison, heard)
                        values ('lm', 'c-1', 'trying', 'chen', now(), '{p-1}', '{"examples": %s, "groups": [{"bar": 0.9,
                            "silences": %1$s, "reports": {"both": 500, "onlyBefore": 40, "onlyAfter": 9, "neither": 51}}],
                            "alarm": {"bar": 0.9, "silences": %1$s, "reports": %1$s}, "labels": [{"label": "report.noise",
                            "examples": 30, "before": 28, "after": 27}], "corrections": [{"correction":
                            {"key": "lm/p-1", "words": "", "inGroup": true, "label": "report.elevator",
                            "at": "2026-03-02T01:00:00Z"}, "before": "report.elevator", "after": "chatter"},
                            {"correction": {"key": "hq/p-9", "words": "", "inGroup": true, "label": "report.power",
                            "at": "2026-03-02T01:00:00Z"}, "before": "report.power", "after": "chatter"}]}', 120)""".formatted("{\"both\": 1100, \"onlyBefore\": 4, \"onlyAfter\": 5, \"neither\": 191}"))
                        .then());
        Results.completed(database.sql(
                        "insert into teaching.differences values ('lm', 'c-1', true, 'chatter', 'report.noise', 2)")
                .then());

        assertThat(new SignedInAs("chen", web).page("/desk/teaching/change"))
                .contains("旁听中", "1105", "也许碰巧", "考题“噪声扰民”答对", "teaching-bad", "旁听了 120 句", "变成“噪声扰民”：2 次")
                .contains("群里报修听见了（少说的群）", "540", "509", "不是碰巧", "群里紧急求助听见了", "别的社区纠正过的话里有 1 句")
                .contains("所有社区的小邻都跟着变")
                .contains("“电梯咋了”应是“电梯故障”，会听成“闲聊，和我们无关”", "启用", "不用了")
                .doesNotContain("??");
        Results.completed(database.sql("truncate teaching.candidates, teaching.differences")
                .then());
    }

    @Test
    void whatStaffSaysWeShouldHaveHeardIsTaught() {
        tells("r18", "4栋楼上装修电钻太吵了");
        String number = number("4栋楼上装修电钻太吵了");
        var chen = new SignedInAs("chen", web);
        String page = chen.page("/desk/cases/" + number);
        assertThat(page).contains("这句该听懂");

        assertThat(told(chen.post("/desk/cases/" + number + "/missed", Map.of("line", value(page, "line")))))
                .endsWith("said=missed");
        assertThat(chen.page("/desk/cases/" + number + "?said=missed")).contains("已经放到“教小邻”里了");
        assertThat(chen.page("/desk/teaching")).contains("该听没听", "4栋楼上装修电钻太吵了");
    }

    @Test
    void whatStaffPointsAtInAGroupIsTaught() {
        String missed = points("r18", "张姐的事你们到底谁来看看呀", null);

        points("chen", "这句该听懂", new Quote(missed, ""));
        points("chen", "@小邻 这句应该听懂", new Quote("", "张姐的事你们到底"));
        points("r20", "这句该听懂", new Quote(missed, ""));

        assertThat(new SignedInAs("chen", web).page("/desk/teaching"))
                .contains("该听没听", "群里说的", "还有 1 组话")
                .doesNotContain("这句该听懂", "这句应该听懂", "一起教");
        assertThat(letters("lesson-noted")).isEqualTo(2);
    }

    @Test
    void whatStaffPointsAtOfSomebodyWhoRefusesIsNotKept() {
        commit(new LearningRefused(SignedInAs.LM, Address.parse("webchat:lm:person:r18"), clock.instant()));
        String missed = points("r18", "张姐的事你们到底谁来看看呀", null);

        points("chen", "这句该听懂", new Quote(missed, ""));

        assertThat(new SignedInAs("chen", web).page("/desk/teaching")).contains("眼下没有要教的话");
    }

    @Test
    void whoPointsAtNothingThatWeHeardIsToldHow() {
        points("chen", "这句该听懂", null);
        points("chen", "这句该听懂", new Quote("nobody-said-it", ""));

        assertThat(new SignedInAs("chen", web).page("/desk/teaching")).contains("眼下没有要教的话");
        assertThat(letters("lesson-unknown")).isEqualTo(2);
    }

    private String points(String who, String words, @Nullable Quote at) {
        return new Talker(intake, converse, database, clock).points(who, words, B3, at);
    }

    private long letters(String template) {
        return Results.number(database, "select count(*) n from outbox.letters where template = '" + template + "'");
    }

    private String state(String number) {
        return Results.result(database.sql("select state from cases.cases where number = $1")
                .bind(0, number)
                .mapValue(String.class)
                .one());
    }

    private String number(String words) {
        return Results.result(database.sql(
                        "select number from cases.cases where words like '%' || $1 order by opened_at desc limit 1")
                .bind(0, words)
                .mapValue(String.class)
                .one());
    }

    private void tells(String who, String words) {
        new Talker(intake, converse, database, clock).says(who, words, null);
    }

    private void says(String who, String words) {
        new Talker(intake, converse, database, clock).says(who, words, B3);
    }

    private void commit(Effect... said) {
        Results.completed(effects.commit(List.of(said)));
    }

    private static Teachable said(String key, String words, Cause cause) {
        return new Teachable(
                SignedInAs.LM,
                key,
                Address.parse("webchat:lm:person:r18"),
                words,
                false,
                "report.conduct",
                .31,
                null,
                cause,
                Instant.parse("2026-03-02T01:00:00Z"));
    }

    private static String told(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                        .isSeeOther()
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getLocation())
                .toString();
    }

    private static String value(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
