package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.number;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.TwoFollowers;
import org.linli.keys.Scope;
import org.linli.standin.StandIns;
import org.linli.standin.WithStandIns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/// One message to many followers of the demo's official account, written by programs.
@WithStandIns
class ManyApiTest extends WithPrograms {

    private static final String PATH = "/api/v1/many/wechat/demo";
    private static final String MESSAGE = "{\"whom\":\"place-b6\",\"words\":\"周三停水\",\"sure\":true}";

    @Autowired
    DatabaseClient database;

    @Autowired
    StandIns standIns;

    private final String name = "试" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void twoFollowersLiveInTheSixthBuilding() {
        TwoFollowers.come(standIns, database);
    }

    @AfterEach
    void forget() {
        TwoFollowers.go(database);
    }

    @Test
    void aMessageIsLookedAtAndSentOnceHoweverOftenItIsAskedFor() {
        var look = program.post(PATH + "/look", MESSAGE);

        fieldsOf("ManyLook", look.body());
        fieldsOf("Quota", look.body().path("quotas").get(0));
        assertThat(look.body().path("people").asInt()).isEqualTo(2);
        assertThat(look.text("words")).isEqualTo("周三停水");
        assertThat(letters()).as("only looked at").isZero();

        String once = UUID.randomUUID().toString();
        var sent = program.post(PATH + "/send", once, MESSAGE);
        fieldsOf("ManySent", sent.body());
        assertThat(program.post(PATH + "/send", once, MESSAGE).body()).isEqualTo(sent.body());
        forgetTheAnswer(once);
        assertThat(program.post(PATH + "/send", once, MESSAGE).status()).isEqualTo(200);

        assertThat(letters()).as("under one key").isEqualTo(1);
        assertThat(noted("about = 'many/wechat/demo/%s' and what = 'PUBLISHED' and detail = 'place-b6, 2 people'"
                        .formatted(sent.text("id"))))
                .as("who sent it to whom")
                .isEqualTo(1);
        var latest = program.get(PATH).body().path("sent").get(0);
        fieldsOf("SentToMany", latest);
        assertThat(latest.path("words").asString()).isEqualTo("周三停水");
    }

    @Test
    void whatIsWrongIsRefusedWithAReasonAndNothingIsSent() {
        assertThat(program.post(PATH + "/send", MESSAGE.replace("true", "false"))
                        .text("reason"))
                .isEqualTo("unsure");
        assertThat(program.post(PATH + "/send", MESSAGE.replace("b6", "b4")).text("reason"))
                .isEqualTo("few");
        var nobody = program.post(PATH + "/look", MESSAGE.replace("place-b6", "tag-9999"));
        assertThat(nobody.text("reason")).isEqualTo("whom");
        assertThat(nobody.text("detail")).contains("没有找到要发的对象");
        for (String words : List.of("", "字".repeat(601))) {
            assertThat(program.post(PATH + "/look", MESSAGE.replace("周三停水", words))
                            .text("field"))
                    .isEqualTo("words");
        }
        assertThat(program.post("/api/v1/many/wecom/app/send", MESSAGE).status())
                .as("an account that writes to nobody but one")
                .isEqualTo(404);
        assertThat(letters()).isZero();
    }

    @Test
    void aTagIsMadeFilledRenamedEmptiedAndDeleted() {
        assertThat(tags("\"act\":\"create\",\"name\":\"%s\"".formatted(name)).text("result"))
                .isEqualTo("made");
        assertThat(tags("\"act\":\"create\",\"name\":\"%s\"".formatted(name)).text("reason"))
                .as("taken")
                .isEqualTo("tag-name");
        var tag = tag(name);
        fieldsOf("Tag", tag);
        String which = "\"tag\":" + tag.path("id").asLong();

        assertThat(tags("\"act\":\"fill\",\"whom\":\"place-b6\"," + which).text("result"))
                .isEqualTo("filled");
        assertThat(tags("\"act\":\"fill\",\"whom\":\"place-b4\"," + which).text("reason"))
                .isEqualTo("nobody");
        assertThat(tag(name).path("people").asInt()).isEqualTo(2);
        assertThat(tags("\"act\":\"rename\",\"name\":\"%s改\",%s".formatted(name, which))
                        .text("result"))
                .isEqualTo("renamed");
        assertThat(tags("\"act\":\"take\",\"whom\":\"place-b6\"," + which).text("result"))
                .isEqualTo("taken");
        assertThat(tags("\"act\":\"empty\"," + which).text("reason")).isEqualTo("unsure");
        assertThat(tags("\"act\":\"empty\",\"sure\":true," + which).text("result"))
                .isEqualTo("emptied");
        assertThat(tags("\"act\":\"delete\"," + which).text("reason")).isEqualTo("unsure");
        assertThat(tags("\"act\":\"delete\",\"sure\":true," + which).text("result"))
                .isEqualTo("deleted");
        String about = "about = 'tag/wechat/demo/%d'".formatted(tag.path("id").asLong());
        for (String done : List.of("fill place-b6", "rename", "take place-b6", "empty", "delete")) {
            assertThat(noted(about + " and detail = '" + done + "'")).as(done).isEqualTo(1);
        }
        assertThat(noted(about)).as("what was not done is not noted").isEqualTo(5);
        assertThat(tags("\"act\":\"fly\"," + which).text("field")).isEqualTo("act");
        assertThat(tags("\"act\":\"fill\"").text("field")).isEqualTo("tag");
    }

    @Test
    void theAccountsAndWhoIsReachedByThemAreListed() {
        var all = program.get("/api/v1/many").body().path("items");
        fieldsOf("ManyAccount", all.get(0));
        assertThat(all.toString()).contains("\"demo\"");
        var one = program.get(PATH).body();
        fieldsOf("Many", one);
        fieldsOf("ManyPlace", one.path("places").get(0));
        assertThat(one.path("places").toString()).contains("place-b6");
    }

    @Test
    void whoseKeyDoesNotOpenItNeitherReadsNorWrites() {
        for (var other : List.of(without(Scope.LETTERS_TO_MANY), program(EnumSet.allOf(Scope.class), "property"))) {
            assertThat(other.get("/api/v1/many").status()).isEqualTo(403);
            assertThat(other.get(PATH).status()).isEqualTo(403);
            for (String what : List.of("/look", "/send", "/tags")) {
                assertThat(other.post(PATH + what, MESSAGE).status()).as(what).isEqualTo(403);
            }
        }
        assertThat(letters()).isZero();
    }

    private Program.Said tags(String change) {
        return program.post(PATH + "/tags", "{" + change + "}");
    }

    private JsonNode tag(String called) {
        return program.get(PATH)
                .body()
                .path("tags")
                .valueStream()
                .filter(it -> it.path("name").asString().equals(called))
                .findFirst()
                .orElseThrow();
    }

    private long letters() {
        return number(database, "select count(*) n from outbox.letters where template = 'to-many'");
    }

    private long noted(String which) {
        return number(database, """
                select count(*) n from audit.entries e
                where exists (select from keys.keys k where k.id = e.who) and """ + " " + which);
    }

    /// As after a day.
    private void forgetTheAnswer(String once) {
        database.sql("delete from api.calls where key = $1")
                .bind(0, once)
                .then()
                .block();
    }
}
