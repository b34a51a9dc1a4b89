package org.linli.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.cases.web.SignedInAs.LM;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.FindCases;
import org.linli.cases.Neighbour;
import org.linli.cases.PictureKept;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.cases.State;
import org.linli.channels.Address;
import org.linli.channels.Media;
import org.linli.channels.Reach;
import org.linli.community.Communities;
import org.linli.community.StaffPasswords;
import org.linli.community.Viewings;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class DeskTest {

    private static final String NASTY = "<script>alert(1)</script>'; drop table cases.cases; -- 电话13812345678";

    private static final byte[] PNG = png();

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Communities communities;

    @Autowired
    ReportCase reportCase;

    @Autowired
    FindCases find;

    @Autowired
    Effects effects;

    @Autowired
    Viewings viewings;

    @Autowired
    Clock clock;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void staffCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
    }

    @Test
    void theMonthBeforeIsThereAndTheEarliestDeadlineComesFirst() {
        var page = new SignedInAs("chen", web).page("/desk?state=all");

        assertThat(page).contains("-000001", "下一页").doesNotContain("??");
    }

    @Test
    void roleDecidesWhatIsSeen() {
        var inGridOne = report("report.noise", "b3", "半夜唱歌");
        var inGridTwo = report("report.noise", "b5", "半夜弹琴");
        var lift = report("report.elevator", "b6", "电梯不动了");

        var lin = new SignedInAs("lin", web);
        lin.get("/desk/cases/" + inGridOne).expectStatus().isOk();
        lin.get("/desk/cases/" + inGridTwo).expectStatus().isNotFound();
        assertThat(lin.page("/desk?text=" + inGridTwo)).doesNotContain("href=\"/desk/cases/" + inGridTwo);
        lin.get("/desk/trouble").expectStatus().isNotFound();

        var qian = new SignedInAs("qian", web);
        qian.get("/desk/cases/" + lift).expectStatus().isOk();
        qian.get("/desk/cases/" + inGridOne).expectStatus().isNotFound();
        qian.post("/desk/cases/" + inGridOne + "/accept", form(1, ""))
                .expectStatus()
                .isNotFound();

        var chen = new SignedInAs("chen", web);
        for (String number : List.of(inGridOne, inGridTwo, lift)) {
            chen.get("/desk/cases/" + number).expectStatus().isOk();
        }
        assertThat(chen.page("/desk/trouble")).contains("都处理好了");
    }

    @Test
    void aMessageThatWasSetAsideIsTriedAgainByItsButton() {
        var aside = database.sql("""
                        insert into inbox.arrivals
                            (community_id, channel, account, platform_id, conversation, message, received_at, state)
                        values ('lm', 'gone', 'gone', 'set-aside', 'nobody', '{}', now(), 'set_aside') returning id
                        """)
                .map(it -> Objects.requireNonNull(it.get(0, Long.class)))
                .one();
        var id = Objects.requireNonNull(aside.block());

        new SignedInAs("chen", web)
                .post("/desk/trouble/message", Map.of("id", Long.toString(id)))
                .expectStatus()
                .is3xxRedirection()
                .expectHeader()
                .location("/desk/trouble?said=retried");
        database.sql("delete from inbox.arrivals where channel = 'gone'").then().block();
    }

    @Test
    void numbersAreForAdminsAndHealthIsForEverybodyWithoutDetails() {
        web.get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP")
                .jsonPath("$.components")
                .doesNotExist();
        web.get().uri("/actuator/metrics").exchange().expectStatus().isUnauthorized();
        new SignedInAs("lin", web).get("/actuator/metrics").expectStatus().isForbidden();
        assertThat(new SignedInAs("chen", web).page("/actuator/metrics")).contains("jvm.memory.used");
    }

    @Test
    void aCaseIsAcceptedAnsweredAndResolvedAndEachIsSaid() {
        var number = report("report.facility", "b5", "门禁失灵");
        var qian = new SignedInAs("qian", web);

        done(qian, number, "accept", form(1, ""));
        done(qian, number, "reply", form(2, "师傅下午到"));
        done(qian, number, "resolve", form(3, "换了门锁"));

        assertThat(qian.page("/desk/cases/" + number + "?said=resolve"))
                .contains("已办结，居民已收到结果", "师傅下午到", "换了门锁", "钱永福");
        assertThat(state(number)).isEqualTo(State.RESOLVED);
    }

    @Test
    void whatMayBeTheSameProblemIsOfferedAndWhatIsNotIsNot() {
        var clutter = report("report.fire_hazard", "b4", "楼道堆满杂物 走不了人");
        var again = report("report.sanitation", "b4", "楼道里全是破烂没人清");
        var other = report("report.noise", "b4", "广场舞太吵");
        var chen = new SignedInAs("chen", web);

        var page = chen.page("/desk/cases/" + again);
        assertThat(page)
                .contains("可能是同一件事", "href=\"/desk/cases/" + clutter)
                .doesNotContain("/desk/cases/" + other + "\"");
        assertThat(chen.page("/desk/cases/" + other)).doesNotContain("/desk/cases/" + clutter + "\"");
    }

    @Test
    void whoActsOnAnOldPageIsToldAndKeepsTheirWords() {
        var number = report("report.facility", "b6", "大门玻璃碎了");
        var qian = new SignedInAs("qian", web);
        done(qian, number, "accept", form(1, ""));

        qian.post("/desk/cases/" + number + "/reply", form(1, "我写了很久的话"))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("刚刚有变化", "我写了很久的话", "办理中"));
        qian.post("/desk/cases/" + number + "/resolve", form(2, " "))
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("请写上说明"));
        assertThat(state(number)).isEqualTo(State.IN_PROGRESS);
    }

    @Test
    void whoActsOnAnOldPageKeepsWhatTheyChoseToo() {
        var number = report("report.facility", "b6", "单元门合不上");
        var qian = new SignedInAs("qian", web);
        done(qian, number, "accept", form(1, ""));
        var chosen = new HashMap<>(form(1, "要等配件"));
        chosen.putAll(Map.of("days", "7", "amount", "35"));

        qian.post("/desk/cases/" + number + "/delay", chosen)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page)
                        .contains("刚刚有变化", ">要等配件</textarea>", "data-unsent=\"true\"")
                        .containsPattern("<option value=\"7\" selected=\"selected\"")
                        .containsOnlyOnce("selected=\"selected\""));
    }

    @Test
    void whatAStrangerWroteIsShownAsTheyWroteItAndRunsNowhere() {
        var number = report("report.facility", "b1", NASTY);
        var chen = new SignedInAs("chen", web);

        for (String address : List.of("/desk?text=" + number, "/desk/cases/" + number)) {
            assertThat(chen.page(address)).contains("&lt;script&gt;").doesNotContain("<script>alert");
        }
        assertThat(chen.page("/desk?text=%27;drop%20table&unit=%27&label=%27&after=%27&state=%27"))
                .contains("没有符合条件的事项");
        assertThat(state(number)).isEqualTo(State.ASSIGNED);
    }

    @Test
    void personalDataAreMaskedUntilSomebodyAsksAndThatIsWrittenDown() {
        var number = report("report.facility", "b2", "路灯坏了 电话13812345678");
        var chen = new SignedInAs("chen", web);
        assertThat(chen.page("/desk/cases/" + number)).contains("138****5678").doesNotContain("13812345678", "苏晴");

        chen.post("/desk/cases/" + number + "/unmask", form(1, ""))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("13812345678", "苏晴", "查看个人信息"));
        assertThat(viewings.of(LM, "r18").blockFirst()).satisfies(it -> {
            assertThat(it.staff()).isEqualTo("chen");
            assertThat(it.why()).isEqualTo(number);
        });

        assertThat(chen.page("/desk/cases/" + number)).contains("查看个人信息").doesNotContain("13812345678");
    }

    @Test
    void aPictureIsSeenByWhoSeesItsCaseAndOnlyThere() {
        var picture = kept();
        var loose = kept();
        var number = report("report.noise", "b5", "整夜放音响", List.of(picture));
        var other = report("report.noise", "b3", "清早放鞭炮");

        var chen = new SignedInAs("chen", web);
        chen.get("/desk/cases/" + number + "/pictures/" + picture)
                .expectStatus()
                .isOk();
        assertThat(chen.page("/desk/cases/" + number)).contains("/desk/cases/" + number + "/pictures/" + picture);
        chen.get("/desk/cases/" + number + "/pictures/" + loose).expectStatus().isNotFound();

        var lin = new SignedInAs("lin", web);
        for (String foreign : List.of(
                number + "/pictures/" + picture, other + "/pictures/" + picture, other + "/pictures/" + loose)) {
            lin.get("/desk/cases/" + foreign).expectStatus().isNotFound();
        }
    }

    @Test
    void aPictureOfTheResultIsKeptWithItAndSentAsALinkThatOpensWithoutSigningIn() {
        var number = report("report.facility", "b5", "信报箱门掉了");
        var qian = new SignedInAs("qian", web);
        long before = pictures();

        qian.upload("/desk/cases/" + number + "/resolve", form(7, "换了合页"), PNG)
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("刚刚有变化"));
        qian.upload("/desk/cases/LM-2026-999999/resolve", form(1, "换了合页"), PNG)
                .expectStatus()
                .isNotFound();
        assertThat(pictures()).isEqualTo(before);

        qian.upload("/desk/cases/" + number + "/resolve", form(1, "换了合页"), PNG)
                .expectStatus()
                .isSeeOther();
        assertThat(pictures()).isEqualTo(before + 1);
        var link = linkIn("case-resolved", number);
        web.get().uri(link).exchange().expectStatus().isOk().expectHeader().contentType("image/png");
        web.get()
                .uri(link.replace(number, "LM-2026-999999"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whatAPictureTellsBesideItsPixelsIsNotKept() {
        var number = report("report.facility", "b5", "楼道灯罩碎了");
        byte[] told = Arrays.copyOf(PNG, PNG.length + 12);
        System.arraycopy("GPS 31.2,121".getBytes(StandardCharsets.US_ASCII), 0, told, PNG.length, 12);

        new SignedInAs("qian", web)
                .upload("/desk/cases/" + number + "/resolve", form(1, "换了灯罩"), told)
                .expectStatus()
                .isSeeOther();

        var kept = web.get()
                .uri(linkIn("case-resolved", number))
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(Objects.requireNonNull(kept)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
    }

    @Test
    void whatIsNoPictureIsNotTakenForOne() {
        var number = report("report.facility", "b5", "门禁不亮");
        byte[] liar = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};

        new SignedInAs("qian", web)
                .upload("/desk/cases/" + number + "/resolve", form(1, "换了电池"), liar)
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("这张图片没有收下", "换了电池"));
        assertThat(state(number)).isNotEqualTo(State.RESOLVED);
    }

    private static byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private long pictures() {
        return Objects.requireNonNull(database.sql("select count(*) from cases.pictures")
                .mapValue(Long.class)
                .one()
                .block());
    }

    private String linkIn(String template, String number) {
        return Objects.requireNonNull(database.sql("""
                        select pictures->0->>'link' from outbox.letters
                        where template = $1 and facts->>'number' = $2""")
                .bind(0, template)
                .bind(1, number)
                .mapValue(String.class)
                .one()
                .block());
    }

    @Test
    void aCaseSaysThatItsReporterHearsNothingAnyMore() {
        var number = report("report.noise", "b5", "楼下敲锣");
        var address = Address.parse("webchat:lm:person:r18");
        var chen = new SignedInAs("chen", web);
        assertThat(chen.page("/desk/cases/" + number)).doesNotContain("收不到");

        effects.commit(List.of(new Reach(LM, address, false, clock.instant()))).block();
        assertThat(chen.page("/desk/cases/" + number)).contains("反映人在网页收不到我们的消息");

        effects.commit(List.of(new Reach(LM, address, true, clock.instant()))).block();
        assertThat(chen.page("/desk/cases/" + number)).doesNotContain("收不到");
    }

    @Test
    void whatIsForeignIsNotThereAtAnyAddress() {
        var number = report("report.noise", "b5", "楼上拖椅子");
        var lin = new SignedInAs("lin", web);

        for (String act : List.of("accept", "reply", "resolve", "pass-on", "return", "reopen", "close", "unmask")) {
            var form = new HashMap<>(form(1, "话"));
            form.put("unit", "property");
            lin.post("/desk/cases/" + number + "/" + act, form).expectStatus().isNotFound();
        }
        assertThat(lin.page("/desk/cases.csv?state=all&text=" + number)).doesNotContain(number);
        for (String act : List.of("message?id=1")) {
            lin.post("/desk/trouble/" + act, Map.of()).expectStatus().isNotFound();
        }
    }

    @Test
    void anEmptyListSaysWhatToDo() {
        assertThat(new SignedInAs("chen", web).page("/desk?text=nothing-like-this"))
                .contains("没有符合条件的事项，换个条件试试", "共 0 件");
    }

    @Test
    void theListIsExportedAsItIsNarrowed() {
        var number = report("report.greening", "b4", "=cmd|' /C calc'!A0");
        var chen = new SignedInAs("chen", web);

        assertThat(chen.page("/desk/cases.csv?text=" + number)).contains("编号", number, "\"'=cmd|");
        var xlsx = chen.get("/desk/cases.xlsx?text=" + number)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(Objects.requireNonNull(xlsx)).startsWith('P', 'K');
    }

    @Test
    void whatARepairCostStandsInTheSpreadsheetAsANumber() throws IOException {
        var number = report("report.greening", "b4", "树枝压断了");
        var chen = new SignedInAs("chen", web);
        for (String yuan : List.of("120.50", "80")) {
            database.sql("""
                            insert into cases.steps
                              (community_id, number, kind, by_kind, by_id, by_name, at, state, unit, words, pictures, amount)
                            values ('lm', $1, 'ANSWERED', 'DESK', 'chen', '', now(), 'ASSIGNED', 'desk', '', '{}', $2::numeric)""").bind(0, number).bind(1, yuan).then().block();
        }

        assertThat(chen.page("/desk/cases.csv?text=" + number))
                .contains("金额（元）")
                .endsWith("\"200.50\"\r\n");
        var xlsx = chen.get("/desk/cases.xlsx?text=" + number)
                .expectBody()
                .returnResult()
                .getResponseBody();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(Objects.requireNonNull(xlsx)))) {
            var row = book.getFirstSheet().read().getLast();
            assertThat(row.getCell(13).asNumber()).isEqualByComparingTo("200.50");
        }
    }

    @Test
    void aListThatIsTooLongIsMadeInTheBackgroundOrNarrowed() {
        var chen = new SignedInAs("chen", web);

        assertThat(chen.page("/desk/long-list?state=all&unit=property&text=灯"))
                .contains("在后台生成", "/desk/ledgers/cases", "value=\"property\"", "value=\"灯\"")
                .doesNotContain("??");
        assertThat(chen.page("/desk/long-list?state=all&whose=mine&priority=urgent"))
                .contains("在后台生成", "name=\"whose\" value=\"mine\"", "name=\"priority\" value=\"urgent\"");
        assertThat(new SignedInAs("qian", web).page("/desk/long-list?state=all"))
                .contains("缩小范围")
                .doesNotContain("在后台生成");
    }

    @Test
    void pagesFollowEachOtherWithoutRepeatingOrLosingACase() {
        var chen = new SignedInAs("chen", web);
        var first = chen.page("/desk?state=all");
        var next =
                first.replaceAll("(?s).*href=\"([^\"]+)\" rel=\"next\".*", "$1").replace("&amp;", "&");
        report("report.greening", "b4", "树枝断了");

        var numbers = numbers(first);
        assertThat(numbers).hasSize(50);
        assertThat(numbers(chen.page(next))).isNotEmpty().doesNotContainAnyElementsOf(numbers);
    }

    private static List<String> numbers(String page) {
        return Pattern.compile("id=\"n-([A-Z0-9-]+)\"")
                .matcher(page)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private static void done(SignedInAs who, String number, String act, Map<String, String> form) {
        who.post("/desk/cases/" + number + "/" + act, form)
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .valueEquals("Location", "/desk/cases/" + number + "?said=" + act);
    }

    private static Map<String, String> form(long version, String words) {
        return Map.of(
                "version",
                Long.toString(version),
                "words",
                words,
                "occasion",
                UUID.randomUUID().toString());
    }

    private String kept() {
        var picture = PictureKept.of(LM, new Media("image/png", PNG));
        effects.commit(List.of(picture)).block();
        return picture.id().toString();
    }

    private State state(String number) {
        return Objects.requireNonNull(find.file(LM, number).block()).it().state();
    }

    private String report(String label, String place, String words) {
        return report(label, place, words, List.of());
    }

    private String report(String label, String place, String words, List<String> pictures) {
        var map = Objects.requireNonNull(communities.map(LM).block());
        database.sql("update cases.cases set opened_at = opened_at - interval '4 days'")
                .then()
                .block();
        var address = Address.parse("webchat:lm:person:r18");
        var report = new Report(
                LM,
                UUID.randomUUID().toString(),
                label,
                map.place(place).orElseThrow(),
                "",
                words,
                pictures,
                new Neighbour("r18", address, null, address),
                clock.instant());
        var answer = Objects.requireNonNull(reportCase.report(report).block());
        effects.commit(answer.effects()).block();
        assertThat(answer.template()).isEqualTo("case-opened");
        return Objects.requireNonNull(answer.facts().get("number"));
    }
}
