package org.linli.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.audit.Trail;
import org.linli.cases.web.SignedInAs;
import org.linli.keys.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/// What is beside the words of a notice, and the doors at which one knocks because of it, by programs.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class NoticeWorkApiTest extends WithPrograms {

    private static final String DRAFT = """
            {"kind":"policy","title":"图书角开放","text":"周六","audience":"3栋"}""";

    @Autowired
    Trail trail;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    private String id = "";
    private String path = "";

    @BeforeEach
    void aDraft() {
        id = program.post("/api/v1/notices", DRAFT).text("id");
        path = "/api/v1/notices/" + id;
    }

    /// As one that a later version wrote, which was taken back since.
    @Test
    void whatSaysWhatIsNotKnownHereIsAsIfItWereNotThere() {
        String other =
                program.post("/api/v1/notices", DRAFT.replace("周六", "周日")).text("id");
        completed(database.sql("update notices.notices set kind = 'RUMOUR' where id = $1")
                .bind(0, id)
                .then());
        try {
            assertThat(program.get(path).status()).isEqualTo(404);
            assertThat(program.post(path + "/submit", "{}").status()).isEqualTo(404);
            assertThat(program.get("/api/v1/notices").body().toString())
                    .contains(other)
                    .doesNotContain(id);
        } finally {
            completed(database.sql("update notices.notices set kind = 'POLICY' where id = $1")
                    .bind(0, id)
                    .then());
        }
    }

    @Test
    void aFileIsEnclosedOnceAndTakenOut() throws IOException {
        String once = UUID.randomUUID().toString();
        String picture = file("图.png", png());

        var enclosed = program.post(path + "/enclosed", once, picture);

        assertThat(enclosed.status()).as(enclosed.body().toString()).isEqualTo(201);
        var one = enclosed.body().path("items").get(0);
        fieldsOf("Enclosed", one);
        assertThat(one.path("name").asString()).isEqualTo("图.png");
        assertThat(one.path("type").asString()).isEqualTo("image/png");
        completed(database.sql("delete from api.calls where key = $1")
                .bind(0, once)
                .then());
        assertThat(program.post(path + "/enclosed", once, picture).body())
                .as("done anew, as after a crash")
                .isEqualTo(enclosed.body());
        assertThat(program.get(path + "/enclosed").body()).isEqualTo(enclosed.body());

        String out = path + "/enclosed/" + one.path("id").asString() + "/out";
        assertThat(program.post(out, "").body().path("items").size()).isZero();
        var again = program.post(out, "");
        assertThat(again.text("reason")).isEqualTo("enclosed-gone");
        assertThat(again.text("detail")).contains("已经拿掉了");
    }

    @Test
    void whatIsNoFileThatMayBeEnclosedIsRefused() throws IOException {
        assertThat(enclose(file("看.pdf", "<html><script>".getBytes(UTF_8))).text("reason"))
                .isEqualTo("enclosed-type");
        assertThat(enclose("{\"name\":\"a.png\",\"base64\":\"no base64!\"}").text("field"))
                .isEqualTo("base64");
        assertThat(enclose(file("", png())).text("field")).isEqualTo("name");
        assertThat(enclose("[]").type()).isEqualTo("urn:linli:api:unreadable");
        assertThat(enclose(file("a.png", new byte[9 * 1024 * 1024])).type()).isEqualTo("urn:linli:api:too-long");
        for (int i = 0; i < 6; i++) {
            assertThat(enclose(file(i + ".png", png())).status()).isEqualTo(201);
        }
        assertThat(enclose(file("7.png", png())).text("reason")).isEqualTo("enclosed-many");
    }

    @Test
    void aTranslationIsWrittenChangedAndTakenAway() {
        String english = """
            {"language":"en","title":"Books","text":"On Saturday"}""";

        var first = program.post(path + "/translations", english).body().path("items");

        fieldsOf("Translation", first.get(0));
        assertThat(program.post(path + "/translations", english.replace("Saturday", "Sunday"))
                        .body()
                        .toString())
                .contains("On Sunday")
                .doesNotContain("Saturday");
        assertThat(program.get(path + "/translations")
                        .body()
                        .at("/items/0/title")
                        .asString())
                .isEqualTo("Books");
        assertThat(program.post(path + "/translations", english.replace("\"en\"", "\"tlh\""))
                        .text("field"))
                .isEqualTo("language");
        assertThat(program.post(path + "/translations", "{\"language\":\"en\"}")
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void whatHasLeftIsNotChangedAnyMore() throws IOException {
        completed(database.sql("update notices.notices set state = 'APPROVED' where id = $1")
                .bind(0, id)
                .then());

        assertThat(enclose(file("a.png", png())).text("reason")).isEqualTo("left");
        assertThat(program.post(path + "/translations", "{\"language\":\"en\",\"title\":\"x\",\"text\":\"y\"}")
                        .text("reason"))
                .isEqualTo("left");
    }

    @Test
    void aDoorIsTickedOffOnceAndLookingAtNamesIsNoted() {
        missed("r16");
        String once = UUID.randomUUID().toString();
        var before = clock.instant().minus(Duration.ofHours(1));
        String tick = """
            {"who":"r16","outcome":"told","at":"%s"}""".formatted(before);

        var list = program.get(path + "/visits").body();
        fieldsOf("Visits", list);
        var door = list.path("items").get(0);
        fieldsOf("Door", door);
        assertThat(list.path("left").asInt()).isEqualTo(1);
        assertThat(door.path("name").asString()).isNotEmpty();
        assertThat(result(
                        trail.latest(SignedInAs.LM, "LOOKED", Long.MAX_VALUE, 5).collectList()))
                .anyMatch(it -> it.about().equals(id) && it.detail().equals("visit list"));

        var ticked = program.post(path + "/visits", once, tick);
        fieldsOf("Visit", ticked.body());
        assertThat(ticked.text("at")).isEqualTo(before.toString());
        completed(database.sql("delete from api.calls where key = $1")
                .bind(0, once)
                .then());
        assertThat(program.post(path + "/visits", once, tick).status()).isEqualTo(200);

        assertThat(number(database, "select count(*) n from notices.visits where notice = '" + id + "'"))
                .as("twice the same")
                .isEqualTo(1);
        assertThat(program.get(path + "/visits").body().path("left").asInt()).isZero();
    }

    @Test
    void whatIsWrongWithAVisitIsSaid() {
        missed("r16");
        for (var wrong : List.of(
                List.of("{\"who\":\"r16\",\"outcome\":\"danced\"}", "outcome"),
                List.of("{\"outcome\":\"told\"}", "who"),
                List.of("{\"who\":\"r16\",\"outcome\":\"told\",\"at\":\"soon\"}", "at"))) {
            assertThat(program.post(path + "/visits", wrong.getFirst()).text("field"))
                    .isEqualTo(wrong.getLast());
        }
        for (String stranger : List.of("nobody", "r01")) {
            assertThat(program.post(path + "/visits", "{\"who\":\"%s\",\"outcome\":\"told\"}".formatted(stranger))
                            .status())
                    .as("not one whom it was for")
                    .isEqualTo(404);
        }
        String elsewhere = "/api/v1/notices/" + UUID.randomUUID();
        for (String what : List.of("/visits", "/enclosed", "/translations")) {
            assertThat(program.get(elsewhere + what).status()).as(what).isEqualTo(404);
            assertThat(program.post(elsewhere + what, "{}").status()).as(what).isEqualTo(404);
        }
    }

    @Test
    void whoseKeyDoesNotOpenItDoesNothing() {
        var unit = program(EnumSet.allOf(Scope.class), "property");
        for (var other : List.of(without(Scope.VISITS), unit)) {
            assertThat(other.get(path + "/visits").status()).isEqualTo(403);
            assertThat(other.post(path + "/visits", "{}").status()).isEqualTo(403);
        }
        for (var other : List.of(without(Scope.NOTICES_WRITE), unit)) {
            assertThat(other.post(path + "/enclosed", "{}").status()).isEqualTo(403);
            assertThat(other.post(path + "/enclosed/x/out", "").status()).isEqualTo(403);
            assertThat(other.post(path + "/translations", "{}").status()).isEqualTo(403);
        }
        for (var other : List.of(without(Scope.NOTICES_READ), unit)) {
            assertThat(other.get(path + "/enclosed").status()).isEqualTo(403);
            assertThat(other.get(path + "/translations").status()).isEqualTo(403);
        }
    }

    private Program.Said enclose(String file) {
        return program.post(path + "/enclosed", file);
    }

    /// As if the notice had not reached them.
    private void missed(String who) {
        completed(database.sql("""
                with spread as (
                  insert into notices.spreads (community_id, notice, urgency, ready_at, over, followed_until)
                  values ('lm', $1, 2, now(), true, now()))
                insert into notices.recipients
                  (community_id, notice, who, home, building, others, letters, fate, reason, via, changed_at)
                values ('lm', $1, $2, 'b3-2-501', 'b3', '{}', 1, 'FAILED', 'RECIPIENT_GONE', '', now())""").bind(0, id).bind(1, who).then());
    }

    private static String file(String name, byte[] bytes) {
        return "{\"name\":\"%s\",\"base64\":\"%s\"}"
                .formatted(name, Base64.getEncoder().encodeToString(bytes));
    }
}
