package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.keys.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/// Messages that could not be worked on, seen and tried again by programs.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class TroubleApiTest extends WithPrograms {

    @Autowired
    DatabaseClient database;

    @AfterEach
    void nothingIsSetAside() {
        completed(database.sql("delete from inbox.arrivals where channel = 'gone'")
                .then());
    }

    @Test
    void aMessageIsTriedAgainAndNobodyIsNamed() {
        long id = setAside("lm");

        var page = program.get("/api/v1/messages").body();

        fieldsOf("Message", page.path("items").get(0));
        assertThat(page.toString()).contains("\"id\":" + id).doesNotContain("secret-person", "灯不亮");
        assertThat(retry(program, id).body().path("id").asLong()).isEqualTo(id);
        assertThat(state(id)).isEqualTo("waiting");
        assertThat(retry(program, id).status()).as("waits already").isEqualTo(404);
        assertThat(program.post("/api/v1/messages/retry", "{\"id\":\"one\"}").text("field"))
                .isEqualTo("id");
    }

    @Test
    void thereAreAsManyPagesAsNeeded() {
        for (int i = 0; i < 51; i++) {
            setAside("lm");
        }

        var first = program.get("/api/v1/messages").body();
        var second = program.get("/api/v1/messages?cursor=" + first.path("next").asString())
                .body();

        assertThat(first.path("items").size()).isEqualTo(50);
        assertThat(second.path("items").size()).isPositive();
        assertThat(second.path("items").toString())
                .doesNotContain(first.at("/items/49").toString());
        assertThat(program.get("/api/v1/messages?cursor=abc").type()).isEqualTo("urn:linli:api:no-cursor");
    }

    @Test
    void whatIsSetAsideElsewhereAndForWhomTheKeyIsNotStaysWhereItIs() {
        long theirs = setAside("hq-nobody");
        long ours = setAside("lm");

        assertThat(program.get("/api/v1/messages").body().toString()).doesNotContain("\"id\":" + theirs + ",");
        assertThat(retry(program, theirs).status()).isEqualTo(404);
        for (var other : List.of(without(Scope.MESSAGES), program(EnumSet.allOf(Scope.class), "property"))) {
            assertThat(other.get("/api/v1/messages").status()).isEqualTo(403);
            assertThat(retry(other, ours).status()).isEqualTo(403);
        }
        assertThat(state(theirs)).isEqualTo("set_aside");
        assertThat(state(ours)).isEqualTo("set_aside");
    }

    private static Program.Said retry(Program by, long id) {
        return by.post("/api/v1/messages/retry", "{\"id\":%d}".formatted(id));
    }

    private long setAside(String community) {
        return result(database.sql("""
                        insert into inbox.arrivals
                          (community_id, channel, account, platform_id, conversation, message, received_at, state, error)
                        values ($1, 'gone', 'gone', $2, 'secret-person', '{"text":"灯不亮"}', now(), 'set_aside', 'X')
                        returning id""")
                .bind(0, community)
                .bind(1, UUID.randomUUID().toString())
                .map(row -> Objects.requireNonNull(row.get("id", Long.class)))
                .one());
    }

    private String state(long id) {
        return result(database.sql("select state from inbox.arrivals where id = $1 and channel = 'gone'")
                .bind(0, id)
                .mapValue(String.class)
                .one());
    }
}
