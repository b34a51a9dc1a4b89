package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.hotline.Orders;
import org.linli.hotline.Sheets;
import org.linli.keys.ApiKeys;
import org.linli.keys.Scope;
import org.linli.ledgers.ChangedForm;
import org.linli.platform.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Spreadsheets that programs hand in and fetch: orders of the hotline, ledgers and their forms.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class FilesApiTest {

    private static final String HOTLINE = "/api/v1/hotline/files";
    private static final String FORMS = "/api/v1/ledgers/forms";

    @Autowired
    WebTestClient web;

    @Autowired
    ApiKeys keys;

    @Autowired
    Communities communities;

    @Autowired
    Document document;

    @Autowired
    DatabaseClient database;

    @Autowired
    Orders orders;

    @Autowired
    List<Job> jobs;

    @Autowired
    Clock clock;

    private Program program;

    @BeforeEach
    void nothingWasHandedIn() {
        completed(database.sql(
                        "truncate hotline.orders, hotline.rejected, hotline.columns, ledgers.orders, ledgers.templates")
                .then());
        program = program(EnumSet.allOf(Scope.class), null);
    }

    @Test
    void aHotlinesFileIsTakenInOneCallAndChangesNothingTheSecondTime() {
        byte[] file = Sheets.of(
                Sheets.HEADS, List.of("H-1", now(), "3栋2单元电梯坏了", "3栋2单元", "李女士", "13800138010", "2099-03-09 18:00"));
        String once = UUID.randomUUID().toString();

        var taken = program.post(HOTLINE, once, sent("\"city\":\"上海\"", file));

        assertThat(taken.body().toString()).isEqualTo("{\"fresh\":1,\"changed\":0,\"same\":0}");
        assertThat(program.post(HOTLINE, once, sent("\"city\":\"上海\"", file)).body())
                .isEqualTo(taken.body());
        assertThat(program.post(HOTLINE, sent("\"city\":\"上海\"", file))
                        .body()
                        .path("same")
                        .asInt())
                .isEqualTo(1);
        assertThat(result(orders.one(SignedInAs.LM, "H-1")).it().phone()).isEqualTo("13800138010");
    }

    @Test
    void whatColumnsMeanIsSaidOnceAndOnlyWithAFileThatIsTaken() {
        byte[] file = Sheets.of(List.of("A", "B", "C"), List.of("H-1", now(), "电梯坏了"));
        String columns = "\"columns\":{\"number\":\"A\",\"received_at\":\"B\",\"words\":\"%s\"}";

        var unknown = program.post(HOTLINE, sent("\"city\":\"a\"", file));
        assertThat(unknown.text("reason")).isEqualTo("wrong-file");
        assertThat(unknown.body().path("faults").get(0).path("what").asString()).isEqualTo("no-column");
        assertThat(program.post(HOTLINE, sent(columns.formatted("X"), file)).text("reason"))
                .isEqualTo("wrong-file");
        assertThat(number(database, "select count(*) n from hotline.columns")).isZero();

        assertThat(program.post(HOTLINE, sent(columns.formatted("C"), file))
                        .body()
                        .path("fresh")
                        .asInt())
                .isEqualTo(1);
        assertThat(program.post(HOTLINE, sent("\"city\":\"\"", file))
                        .body()
                        .path("same")
                        .asInt())
                .as("remembered for the same city")
                .isEqualTo(1);
    }

    @Test
    void ofAWrongFileNothingIsTakenAndItsCellsAreNamed() {
        var said = program.post(
                HOTLINE,
                sent(
                        "\"city\":\"\"",
                        Sheets.of(
                                Sheets.HEADS,
                                List.of("H-1", now(), "电梯坏了", "", "", "", ""),
                                List.of("H-2", "昨天", "灯坏了", "", "", "", ""))));

        assertThat(said.body().path("faults").toString())
                .contains("\"row\":3", "\"where\":\"受理时间\"", "\"what\":\"no-time\"");
        assertThat(number(database, "select count(*) n from hotline.orders")).isZero();
        assertThat(program.post(HOTLINE, sent("\"city\":\"\"", "no sheet".getBytes(StandardCharsets.UTF_8)))
                        .text("reason"))
                .isEqualTo("wrong-file");
        assertThat(program.post(HOTLINE, "{\"file\":\"?\"}").text("field")).isEqualTo("file");
        assertThat(program.post(HOTLINE, "{}").text("field")).isEqualTo("file");
    }

    @Test
    void aLedgerIsAskedForOnceMadeAndFetchedByTheKeyThatAsked() throws IOException {
        String once = UUID.randomUUID().toString();
        var asked = program.post("/api/v1/ledgers", once, "{\"kind\":\"cases\",\"state\":\"all\"}");
        String path = "/api/v1/ledgers/" + asked.text("id");
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        assertThat(asked.body().propertyNames())
                .containsExactlyInAnyOrderElementsOf(document.tree()
                        .at("/components/schemas/Ledger/properties")
                        .propertyNames());
        assertThat(program.post("/api/v1/ledgers", once, "{\"kind\":\"cases\",\"state\":\"all\"}")
                        .body())
                .isEqualTo(asked.body());
        completed(database.sql("delete from api.calls").then());
        assertThat(program.post("/api/v1/ledgers", once, "{\"kind\":\"cases\",\"state\":\"all\"}")
                        .text("id"))
                .as("when the answer was lost")
                .isEqualTo(asked.text("id"));
        assertThat(number(database, "select count(*) n from ledgers.orders")).isEqualTo(1);
        assertThat(program.get(path + "/file").status()).as("not made yet").isEqualTo(404);

        made();

        var one = program.get(path).body();
        long all = number(database, "select count(*) n from cases.cases where community_id = 'lm'");
        assertThat(one.path("state").asString()).isEqualTo("done");
        assertThat(one.path("rows").asLong())
                .as("what the key sees")
                .isPositive()
                .isLessThanOrEqualTo(all);
        assertThat(rows(path + "/file")).isEqualTo((int) one.path("rows").asLong() + 4);
        assertThat(program.get("/api/v1/ledgers").body().path("items")).containsExactly(one);
        var other = program(EnumSet.allOf(Scope.class), null);
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.get(path + "/file").status()).isEqualTo(404);
        assertThat(other.post(path + "/again", "").status()).isEqualTo(404);
        assertThat(program.post(path + "/again", "").status())
                .as("it did not fail")
                .isEqualTo(404);
        completed(database.sql(
                        "update ledgers.orders set failed_at = now(), why = 'BROKEN', bytes = null, done_at = null")
                .then());
        assertThat(program.get(path).text("why")).isEqualTo("broken");
        assertThat(program.post(path + "/again", "").text("state")).isEqualTo("waiting");
    }

    @Test
    void aLedgerIsNarrowedByTheWordsThatCasesAreListedBy() {
        assertThat(program.post("/api/v1/ledgers", "{\"kind\":\"cases\",\"state\":\"lost\"}")
                        .text("field"))
                .isEqualTo("state");
        assertThat(program.post("/api/v1/ledgers", "{\"kind\":\"cases\",\"whose\":\"theirs\"}")
                        .text("field"))
                .isEqualTo("whose");
        assertThat(program.post("/api/v1/ledgers", "{\"kind\":\"cases\",\"state\":\"to-accept\",\"whose\":\"mine\"}")
                        .status())
                .isEqualTo(201);
        assertThat(number(
                        database, "select count(*) n from ledgers.orders where state = 'to-accept' and whose = 'mine'"))
                .isEqualTo(1);
    }

    @Test
    void aMonthsLedgerNeedsItsMonthAndAKeyThatIsTakenBackGetsNothing() {
        assertThat(program.post("/api/v1/ledgers", "{\"kind\":\"month\"}").text("field"))
                .isEqualTo("month");
        assertThat(program.post("/api/v1/ledgers", "{\"kind\":\"poems\"}").text("field"))
                .isEqualTo("kind");
        assertThat(program.post("/api/v1/ledgers", "{\"kind\":\"month\",\"month\":\"1999-01\"}")
                        .text("month"))
                .isEqualTo("1999-01");
        assertThat(
                        number(
                                database,
                                "select count(*) n from audit.entries where what = 'EXPORTED' and about = 'ledgers/month' and detail = '1999-01'"))
                .isEqualTo(1);
        completed(database.sql("update keys.keys set revoked_at = now()").then());

        made();

        assertThat(number(database, "select rows_done n from ledgers.orders")).isZero();
    }

    @Test
    void aFormOfTheStreetIsFetchedAndPutUnlessItAsksForWhatIsNotThere() throws IOException {
        byte[] good = ChangedForm.asking("共 ", "一共 ");

        assertThat(program.post(FORMS, sent("\"kind\":\"cases\"", good)).text("kind"))
                .isEqualTo("cases");
        assertThat(file(FORMS + "/cases")).isEqualTo(good);
        assertThat(file(FORMS + "/month")).isNotEmpty();
        assertThat(program.get(FORMS + "/poems").status()).isEqualTo(404);
        var wrong = program.post(
                FORMS, sent("\"kind\":\"cases\"", ChangedForm.asking("{{each.words}}", "{{each.colour}}")));
        assertThat(wrong.text("reason")).isEqualTo("no-form");
        assertThat(wrong.body().path("faults").toString()).contains("E4 {{each.colour}}");
        assertThat(file(FORMS + "/cases")).as("the one before").isEqualTo(good);
        assertThat(program.post(FORMS, sent("\"kind\":\"poems\"", good)).text("field"))
                .isEqualTo("kind");
        assertThat(program.post(FORMS, "{\"kind\":\"cases\"}").text("field")).isEqualTo("file");
    }

    @Test
    void neitherAUnitsKeyNorOneWithoutTheScopeHandsInOrFetchesAnything() {
        var unit = program(EnumSet.allOf(Scope.class), "property");
        var reader = program(EnumSet.of(Scope.POLLS_READ, Scope.SETTINGS_READ), null);
        for (var other : List.of(unit, reader)) {
            for (String path : List.of(HOTLINE, "/api/v1/ledgers", FORMS, "/api/v1/ledgers/x/again")) {
                assertThat(other.post(path, "{}").status()).as(path).isEqualTo(403);
            }
            assertThat(other.get("/api/v1/ledgers/x/file").status()).isEqualTo(403);
        }
        assertThat(unit.get(FORMS + "/cases").status()).isEqualTo(403);
    }

    private void made() {
        var make = jobs.stream().filter(it -> it.name().equals("make-ledgers")).findFirst();
        completed(make.orElseThrow().round());
    }

    private int rows(String path) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file(path)));
                var rows = book.getFirstSheet().openStream()) {
            return (int) rows.count();
        }
    }

    private byte[] file(String path) {
        return Objects.requireNonNull(web.get()
                .uri(path)
                .header("Authorization", "Bearer " + program.key())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    private static String sent(String beside, byte[] file) {
        return "{%s,\"file\":\"%s\"}".formatted(beside, Base64.getEncoder().encodeToString(file));
    }

    private String now() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                .withZone(ZoneId.of("Asia/Shanghai"))
                .format(clock.instant());
    }

    private Program program(Set<Scope> scopes, @Nullable String unit) {
        var chen = result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
        return new Program(web, result(keys.make(chen, new ApiKeys.Wanted("街道平台", scopes, unit, null))));
    }
}
