package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.cases.web.Talker;
import org.linli.channels.Intake;
import org.linli.community.Communities;
import org.linli.inbox.HandleArrival;
import org.linli.keys.ApiKeys;
import org.linli.keys.Scope;
import org.linli.platform.database.Columns;
import org.linli.standin.contact.ContactStandIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/// What staff does about talks, accounts and groups, done by programs; platforms are played.
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.stand-ins=true"})
class DeskWorkApiTest {

    private static final String TRY = "/api/v1/channels/wechat/demo/try";
    private static final String CONFIRMATIONS = "/api/v1/groups/confirmations";

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
    Intake intake;

    @Autowired
    HandleArrival converse;

    @Autowired
    Clock clock;

    private Program program;

    @BeforeEach
    void aProgramThatMayDoEverything() {
        program = program(EnumSet.allOf(Scope.class), null);
    }

    @AfterEach
    void nothingIsLeft() {
        completed(database.sql("delete from contact.tasks where receipt = 'no such task'")
                .then());
        completed(database.sql("delete from teaching.lessons").then());
    }

    @Test
    void whatShouldHaveBeenUnderstoodIsMarkedOnceAndWaitsToBeTaught() {
        new Talker(intake, converse, database, clock).says("r18", "4栋楼上装修电钻太吵了，我是王建国，电话13812345678", null);
        String number = result(database.sql("select number t from cases.cases where words like '4栋楼上装修电钻%'")
                .map(row -> Columns.text(row, "t"))
                .one());
        String path = "/api/v1/cases/" + number;

        var said = program.get(path + "/said").body().path("items");
        assertThat(said.toString()).contains("电钻").doesNotContain("13812345678");
        assertThat(said.get(0).propertyNames()).containsExactlyInAnyOrderElementsOf(fields("SaidLine"));
        String line = "{\"line\":%d}".formatted(said.get(0).path("line").asLong());
        assertThat(program.post(path + "/missed", line).status()).isEqualTo(200);
        assertThat(program.post(path + "/missed", line).status()).isEqualTo(200);

        assertThat(program.get("/api/v1/teaching").body().path("items").valueStream())
                .filteredOn(it -> it.path("cause").asString().equals("missed"))
                .hasSize(1);
        for (String wrong : List.of("{}", "{\"line\":1}", "{\"line\":\"first\"}")) {
            assertThat(program.post(path + "/missed", wrong).text("field"))
                    .as(wrong)
                    .isEqualTo("line");
        }
        assertThat(program.post("/api/v1/cases/C-no-such/missed", line).status())
                .isEqualTo(404);
        assertThat(program(EnumSet.of(Scope.CASES_READ), null)
                        .post(path + "/missed", line)
                        .status())
                .isEqualTo(403);
        assertThat(program(EnumSet.complementOf(EnumSet.of(Scope.TEACHING)), null)
                        .get(path + "/said")
                        .status())
                .as("conversations are no part of a case that is read")
                .isEqualTo(403);
        assertThat(program(EnumSet.allOf(Scope.class), "property")
                        .get(path + "/said")
                        .status())
                .as("companies have no part in what residents tell")
                .isEqualTo(403);
    }

    @Test
    void anAccountIsTriedByALetterOnce() {
        String once = UUID.randomUUID().toString();

        var tried = program.post(TRY, once, "{\"to\":\" oApi \"}");

        assertThat(tried.status()).as(tried.body().toString()).isEqualTo(201);
        program.post(TRY, once, "{\"to\":\" oApi \"}");
        completed(database.sql("delete from api.calls").then());
        assertThat(program.post(TRY, once, "{\"to\":\" oApi \"}").body())
                .as("when the answer was lost")
                .isEqualTo(tried.body());
        assertThat(number(database, "select count(*) n from outbox.letters where address like '%:oApi'"))
                .isEqualTo(1);
        assertThat(number(
                        database,
                        "select count(*) n from outbox.letters where key = '" + tried.text("letter")
                                + "' and address like '%:oApi'"))
                .isEqualTo(1);
        program.post("/api/v1/channels/wecom-contact/contact/try", "{\"to\":\"wrApi\",\"group\":true}");
        assertThat(number(
                        database,
                        "select count(*) n from outbox.letters where address = 'wecom-group:contact:group:wrApi'"))
                .isEqualTo(1);
        for (String wrong : List.of("{}", "{\"to\":\" \"}", "{\"to\":\"%s\"}".formatted("x".repeat(129)))) {
            assertThat(program.post(TRY, wrong).text("field")).isEqualTo("to");
        }
        assertThat(program.post("/api/v1/channels/wechat/nobodys/try", "{\"to\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(program(EnumSet.of(Scope.SETTINGS_READ), null)
                        .post(TRY, "{\"to\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aGroupGetsItsCodeAndOneWithoutIsToldSo() {
        var code = program.post("/api/v1/groups/w4/join-code", "");

        assertThat(code.text("picture")).as(code.body().toString()).startsWith("http");
        assertThat(program.post("/api/v1/groups/w4/join-code", "").body()).isEqualTo(code.body());
        assertThat(program.post("/api/v1/groups/b3/join-code", "").text("reason"))
                .isEqualTo("no-join-code");
        assertThat(program.post("/api/v1/groups/nowhere/join-code", "").status())
                .isEqualTo(404);
        assertThat(program(EnumSet.of(Scope.SETTINGS_READ), null)
                        .post("/api/v1/groups/w4/join-code", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aGroupIsMadeOfAUnitsStaffOnce() {
        assertThat(program(EnumSet.of(Scope.SETTINGS_READ), null)
                        .post("/api/v1/units/environment/group", "")
                        .status())
                .isEqualTo(403);

        var made = program.post("/api/v1/units/environment/group", "");

        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        assertThat(result(communities.map(SignedInAs.LM))
                        .unit("environment")
                        .orElseThrow()
                        .chat())
                .isNotNull();
        assertThat(program.post("/api/v1/units/environment/group", "").text("reason"))
                .isEqualTo("has-group");
        assertThat(program.post("/api/v1/units/nowhere/group", "").status()).isEqualTo(404);
    }

    @Test
    void whoHasNotConfirmedIsListedAndAReminderThatFailsIsSaid() {
        completed(database.sql("""
                        insert into contact.tasks (account, receipt, chat, sender, created_at, next_at)
                        values ('contact', 'no such task', '%s', 'lin', now(), now() + interval '1 hour')""".formatted(ContactStandIn.CHAT)).then());

        var waiting = program.get(CONFIRMATIONS).body().path("items").get(0);

        assertThat(waiting.propertyNames()).containsExactlyInAnyOrderElementsOf(fields("Confirmation"));
        assertThat(waiting.toString())
                .as("the platform's id of whoever confirms")
                .doesNotContain("lin");
        assertThat(waiting.path("group").asString()).isEqualTo("阳光里4栋客户群");
        assertThat(program.post(CONFIRMATIONS, "{\"task\":\"no such task\"}").text("reason"))
                .isEqualTo("platform-refused");
        assertThat(program.post(CONFIRMATIONS, "{\"task\":\"another\"}").status())
                .isEqualTo(404);
        assertThat(program.post(CONFIRMATIONS, "{}").text("field")).isEqualTo("task");
        assertThat(program(EnumSet.of(Scope.SETTINGS_WRITE), null)
                        .post(CONFIRMATIONS, "{\"task\":\"no such task\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void noneOfItIsForAUnitsKey() {
        var unit = program(EnumSet.allOf(Scope.class), "property");
        for (String path : List.of(TRY, CONFIRMATIONS, "/api/v1/groups/w4/join-code", "/api/v1/units/property/group")) {
            assertThat(unit.post(path, "{}").status()).as(path).isEqualTo(403);
        }
    }

    private List<String> fields(String schema) {
        JsonNode properties = document.tree().at("/components/schemas/" + schema + "/properties");
        return List.copyOf(properties.propertyNames());
    }

    private Program program(Set<Scope> scopes, @Nullable String unit) {
        var chen = result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
        return new Program(web, result(keys.make(chen, new ApiKeys.Wanted("街道平台", scopes, unit, null))));
    }
}
