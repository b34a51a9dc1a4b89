package org.linli.hotline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;
import static org.linli.cases.web.SignedInAs.LM;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.FindCases;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.open311.Throttle;
import org.linli.platform.calling.Signature;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/// The hotline's orders come in, meet the group's cases and go back, on the real database.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class HotlineTest {

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Communities communities;

    @Autowired
    Orders orders;

    @Autowired
    TakeOrders takeOrders;

    @Autowired
    Senders senders;

    @Autowired
    Throttle throttle;

    @Autowired
    FindMatch matches;

    @Autowired
    SettleOrder settle;

    @Autowired
    FindCases cases;

    @Autowired
    Clock clock;

    @Autowired
    DatabaseClient database;

    private SignedInAs chen;

    @BeforeEach
    void noOrdersYet() {
        SignedInAs.givePasswords(passwords, encoder);
        completed(database.sql(
                        "truncate hotline.rejected, hotline.orders, hotline.files, hotline.columns, hotline.senders, cases.on_behalf")
                .then());
        completed(database.sql("update cases.cases set opened_at = opened_at - interval '20 days'")
                .then());
        chen = new SignedInAs("chen", web);
    }

    @Test
    void aFileIsShownTakenOnceAndChangesNothingTheSecondTime() {
        var file = Sheets.of(
                Sheets.HEADS,
                row("H-1", now(), "3栋2单元电梯坏了", "3栋2单元", "李女士", "13800138010", "2099-03-09 18:00"),
                row("H-2", now(), "小超市门口脏", "小超市", "", "", ""));

        String address = put(file);
        assertThat(chen.page(address)).contains("H-1", "导入这 2 行").doesNotContain("没有导入", "??");
        assertThat(take(address)).contains("新增 2 件");
        assertThat(take(put(file))).contains("新增 0 件", "2 件和原来一样");
        assertThat(number(database, "select count(*) as n from hotline.orders")).isEqualTo(2);
        assertThat(
                        number(
                                database,
                                "select count(*) as n from hotline.orders o where o::text like '%李女士%' or o::text like '%13800138010%'"))
                .as("orders that tell in a dump who called")
                .isZero();
        assertThat(result(orders.one(SignedInAs.LM, "H-1")).it().phone()).isEqualTo("13800138010");
        chen.get(address).expectStatus().isNotFound();
        assertThat(chen.page("/desk/hotline")).contains("H-1", "2099-03-09").doesNotContain("13800138010", "??");
    }

    @Test
    void aFileWaitsSealedAndOneThatTheVersionBeforePutOpenIsTakenToo() {
        var file = Sheets.of(Sheets.HEADS, row("H-1", now(), "电梯坏了", "", "李女士", "13800138010", ""));

        String sealed = put(file);
        assertThat(
                        number(
                                database,
                                "select count(*) as n from hotline.files where starts_with(sealed, 'sealed:') and bytes = 'sealed'"))
                .isEqualTo(1);
        assertThat(take(sealed)).contains("新增 1 件");
        completed(database.sql("insert into hotline.files (community_id, id, city, bytes, put_by, put_at)"
                        + " values ('lm', 'f-old', '12345', $1, 'chen', now())")
                .bind(0, file)
                .then());
        assertThat(take("/desk/hotline/files/f-old")).contains("1 件和原来一样");
    }

    @Test
    void theVersionBeforeTakesASealedFileForNoTable() {
        completed(database.sql("insert into hotline.files (community_id, id, city, put_by, put_at)"
                        + " values ('lm', 'f-new', '12345', 'chen', now())")
                .then());

        assertThat(take("/desk/hotline/files/f-new")).contains("没有导入").doesNotContain("??");
    }

    @Test
    @SuppressWarnings("unchecked")
    void nothingIsMissedWhenOrdersBeforeItAreSettledBetweenTwoPages() {
        var rows = Stream.concat(
                        Stream.of(Sheets.HEADS),
                        IntStream.range(0, 45)
                                .mapToObj(i -> row(
                                        "H-%02d".formatted(i),
                                        now(),
                                        "灯坏了",
                                        "",
                                        "",
                                        "",
                                        "2099-03-%02d 18:00".formatted(1 + i / 2))))
                .toList();
        take(put(Sheets.of(rows.toArray(List[]::new))));
        var seen = new TreeSet<String>();

        String first = chen.page("/desk/hotline");
        numbers(first).forEach(seen::add);
        completed(database.sql("update hotline.orders set case_number = 'LM-1' where number < 'H-10'")
                .then());
        String second = chen.page(next(first));
        numbers(second).forEach(seen::add);
        String third = chen.page(next(second));
        numbers(third).forEach(seen::add);

        assertThat(seen).hasSize(45);
        assertThat(third).contains("从头看").doesNotContain("下一页", "??");
        assertThat(numbers(chen.page("/desk/hotline?after=nonsense"))).first().isEqualTo("H-10");
    }

    private static List<String> numbers(String page) {
        return Pattern.compile("<h2><span>(H-\\d\\d)<")
                .matcher(page)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private static String next(String page) {
        var link =
                Pattern.compile("href=\"(/desk/hotline\\?[^\"]*after=[^\"]*)\"").matcher(page);
        assertThat(link.find()).isTrue();
        return URLDecoder.decode(link.group(1).replace("&amp;", "&"), UTF_8);
    }

    @Test
    void ofAFileWithOneWrongCellNothingIsTaken() {
        String address = put(Sheets.of(
                Sheets.HEADS, row("H-1", now(), "电梯坏了", "", "", "", ""), row("H-2", "昨天", "灯坏了", "", "", "", "")));

        assertThat(take(address)).contains("没有导入", "第 3 行", "“受理时间”").doesNotContain("??");
        assertThat(number(database, "select count(*) as n from hotline.orders")).isZero();
    }

    @Test
    void columnsAreExplainedOnceForACity() {
        var file = Sheets.of(List.of("A", "B", "C"), List.of("H-1", now(), "电梯坏了"));
        String address = put(file);
        assertThat(chen.page(address))
                .contains("请先在下面说明各列是什么意思", "“受理时间”", "表格里没有对应的列")
                .doesNotContain("received_at”");

        chen.post(address + "/columns", Map.of("number", "A", "received", "B", "words", "C"))
                .expectStatus()
                .isSeeOther();
        assertThat(chen.page(address)).contains("导入这 1 行");
        assertThat(take(put(file))).contains("新增 1 件");
    }

    @Test
    void anOrderMeetsTheCaseThatTheGroupOpened() throws IOException {
        take(put(Sheets.of(
                Sheets.HEADS,
                row("H-1", now(), "3栋2单元电梯坏了", "3栋2单元", "李女士", "13800138010", "2099-03-09 18:00"),
                row("H-2", now(), "3栋电梯不动了，停在半路", "3栋", "", "", ""))));
        assertThat(chen.page("/desk/hotline")).doesNotContain("可能就是这件");

        post("open", "H-1", "");
        String number = Objects.requireNonNull(result(orders.one(LM, "H-1")).caseNumber());
        assertThat(chen.page("/desk/hotline"))
                .contains("可能就是这件", number, "同一地点")
                .doesNotContain("??");
        assertThat(chen.page("/desk/cases/" + number)).contains("12345");

        post("confirm", "H-2", number);
        assertThat(result(orders.one(LM, "H-2")).caseNumber()).isEqualTo(number);
        assertThat(chen.page("/desk/hotline?case=" + number)).contains("H-1", "H-2", "我们答应", "热线要求");
        assertThat(names(zip())).contains("orders.xlsx");
    }

    @Test
    void whatStaffHasRejectedIsNotOfferedAgain() {
        take(put(Sheets.of(
                Sheets.HEADS,
                row("H-1", now(), "3栋电梯坏了", "3栋", "", "", ""),
                row("H-2", now(), "3栋电梯坏了", "3栋", "", "", ""))));
        post("open", "H-1", "");
        String number = Objects.requireNonNull(result(orders.one(LM, "H-1")).caseNumber());
        var map = result(communities.map(LM));
        var second = result(orders.one(LM, "H-2")).it();
        assertThat(result(matches.of(map, second)).it().number()).isEqualTo(number);

        post("reject", "H-2", number);
        assertThat(matches.of(map, second).blockOptional()).isEmpty();
    }

    @Test
    void ofSeveralWhoSettleAnOrderAtOnceOneIsFirst() {
        result(takeOrders.take(LM, List.of(order("H-9")), "chen"));
        var map = result(communities.map(LM));
        var numbers = results(Flux.range(0, 4).flatMap(_ -> settle.open(chen(), map, "H-9")));

        assertThat(numbers).hasSize(1);
        assertThat(number(database, "select count(*) as n from cases.on_behalf"))
                .isEqualTo(1);
        assertThat(number(
                        database,
                        "select count(*) as n from audit.entries where about = 'hotline/H-9' and detail = 'settled "
                                + numbers.getFirst() + "'"))
                .as("lines of the trail: of who was first")
                .isEqualTo(1);
    }

    @Test
    void aPushedOrderIsTakenOnceAndOnlyWithItsSignature() {
        var made = result(senders.make(chen(), "12345"));
        String body = """
                {"number": "P-1", "words": "5栋太吵", "received_at": "%s"}""".formatted(clock.instant());

        assertThat(push(made, body, clock.instant())).isEqualTo(201);
        assertThat(push(made, body, clock.instant())).isEqualTo(200);
        assertThat(push(made, body.replace("吵", "脏"), clock.instant())).isEqualTo(200);
        assertThat(result(orders.one(LM, "P-1")).it().words()).isEqualTo("5栋太脏");
        assertThat(push(made, body, clock.instant().minus(Duration.ofHours(1)))).isEqualTo(401);
        assertThat(push(new Senders.Made(made.id(), Signature.newSecret()), body, clock.instant()))
                .isEqualTo(401);
        assertThat(push(new Senders.Made("hk_nobody", made.secret()), body, clock.instant()))
                .isEqualTo(401);
        assertThat(push(made, "{\"number\": \"P-2\"}", clock.instant())).isEqualTo(422);
        completed(senders.revoke(chen(), made.id()));
        assertThat(push(made, body, clock.instant())).isEqualTo(401);
        assertThat(number(database, "select count(*) as n from hotline.orders")).isEqualTo(1);
    }

    @Test
    void whoPushesTooMuchIsToldToWaitAndOthersAreNot() {
        var busy = result(senders.make(chen(), "12345"));
        String body = """
                {"number": "P-7", "words": "5栋太吵", "received_at": "%s"}""".formatted(clock.instant());
        var others = Flux.interval(Duration.ofMillis(5))
                .onBackpressureDrop()
                .startWith(Flux.range(0, 300).map(Integer::longValue))
                .concatMap(_ -> throttle.take(Throttle.Turn.ORDER, busy.id()).onErrorComplete())
                .subscribe();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> signed(busy, body, clock.instant())
                            .expectStatus()
                            .isEqualTo(429)
                            .expectHeader()
                            .valueEquals("Retry-After", "60")
                            .expectBody()
                            .jsonPath("$.type")
                            .isEqualTo("urn:linli:hotline:too-many"));
        } finally {
            others.dispose();
        }
        completed(database.sql("delete from hotline.orders").then());
        assertThat(push(result(senders.make(chen(), "12345")), body, clock.instant()))
                .isEqualTo(201);
    }

    @Test
    void whatIsWrongWithAPushIsAProblemDetail() {
        var made = result(senders.make(chen(), "12345"));
        String body = "{\"number\": \"P-2\", \"received_at\": \"x\"}";
        signed(made, body, clock.instant())
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:linli:hotline:wrong-order")
                .jsonPath("$.errors[?(@.field == 'received_at')].why")
                .isEqualTo("no-time");
    }

    @Test
    void onlyThoseWhoSeeTheWholeCommunitySeeOrders() {
        new SignedInAs("lin", web).get("/desk/hotline").expectStatus().isNotFound();
        new SignedInAs("qian", web)
                .get("/desk/hotline/orders.zip")
                .expectStatus()
                .isNotFound();
    }

    private StaffMember chen() {
        return result(communities.map(LM)).staffMember("chen").orElseThrow();
    }

    private WorkOrder order(String number) {
        return new WorkOrder(number, "6栋楼道堆物", "6栋", "", "", "", clock.instant(), null);
    }

    private String now() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                .format(clock.instant().atZone(ZoneId.of("Asia/Shanghai")));
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    private String put(byte[] file) {
        var location = chen.upload("/desk/hotline/files", Map.of("city", "12345"), "file", file)
                .expectStatus()
                .isSeeOther()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getLocation();
        return Objects.requireNonNull(location).getPath();
    }

    private String take(String address) {
        return Objects.requireNonNull(chen.post(address + "/take", Map.of())
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private void post(String act, String order, String number) {
        chen.post("/desk/hotline/" + act, Map.of("number", order, "about", number))
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/desk/hotline?said=" + act);
    }

    private byte[] zip() {
        return Objects.requireNonNull(chen.get("/desk/hotline/orders.zip")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    private static List<String> names(byte[] zip) throws IOException {
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private int push(Senders.Made by, String body, Instant at) {
        return signed(by, body, at).expectBody().returnResult().getStatus().value();
    }

    private WebTestClient.ResponseSpec signed(Senders.Made by, String body, Instant at) {
        return web.post()
                .uri("/api/v1/hotline/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Authorization", "Bearer " + by.id())
                .header("webhook-id", "m1")
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", Signature.of(by.secret(), "m1", at, body))
                .bodyValue(body.getBytes(UTF_8))
                .exchange();
    }
}
