package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.keys.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// Whether what was taught is learnt, decided by programs.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class LearningApiTest extends WithPrograms {

    private static final String PATH = "/api/v1/teaching/change";

    @Autowired
    DatabaseClient database;

    private final String words = "楼上半夜拖椅子" + UUID.randomUUID().toString().substring(0, 4);

    @BeforeEach
    @AfterEach
    void nothingWasTaught() {
        completed(database.sql("truncate teaching.lessons, teaching.candidates, teaching.differences")
                .then());
    }

    @Test
    void whatWasTaughtIsPutOnTrialAndDropped() {
        assertThat(decide("try", "").type()).as("nothing was taught").isEqualTo("urn:linli:api:stale");
        taught();
        var proposed = program.get(PATH).body();
        fieldsOf("TeachingChange", proposed);
        assertThat(proposed.path("lessons").asInt()).isEqualTo(1);
        assertThat(proposed.path("patch").asString()).contains("+", words);

        var asked = decide("try", "").body().path("candidates").get(0);

        fieldsOf("Candidate", asked);
        assertThat(asked.path("state").asString()).isEqualTo("asked");
        assertThat(asked.path("own").asBoolean()).isTrue();
        String id = asked.path("id").asString();
        assertThat(decide("drop", id).type()).as("is not on trial yet").isEqualTo("urn:linli:api:stale");
        completed(
                database.sql("update teaching.candidates set state = 'trying'").then());
        assertThat(state(decide("drop", id).body())).isEqualTo("dropped");
        assertThat(decide("promote", id).type()).isEqualTo("urn:linli:api:stale");
        assertThat(decide("back", id).type()).isEqualTo("urn:linli:api:stale");
        assertThat(decide("dance", id).text("field")).isEqualTo("act");
    }

    @Test
    void whatAnotherCommunityTaughtIsTheirs() {
        completed(database.sql("""
                insert into teaching.candidates (community_id, id, state, asked_by, asked_at, lessons, before, after)
                values ('hq-nobody', 'theirs', 'trying', 'secret-person', now(), '{}', '{}', '{}')""").then());

        var one = program.get(PATH).body().at("/candidates/0");

        assertThat(one.path("own").asBoolean(true)).isFalse();
        assertThat(one.toString()).doesNotContain("secret-person");
        for (String act : List.of("drop", "promote", "back")) {
            assertThat(decide(act, "theirs").type()).as(act).isEqualTo("urn:linli:api:stale");
        }
        assertThat(state(program.get(PATH).body())).isEqualTo("trying");
    }

    @Test
    void whoMayTeachMayNotDecide() {
        taught();
        var unit = program(EnumSet.allOf(Scope.class), "property");

        for (var other : List.of(program(EnumSet.of(Scope.TEACHING), null), without(Scope.TEACHING_DECIDE), unit)) {
            assertThat(other.post(PATH, "{\"act\":\"try\"}").status()).isEqualTo(403);
        }
        assertThat(program(EnumSet.of(Scope.TEACHING), null).get(PATH).status()).isEqualTo(200);
        for (var other : List.of(without(Scope.TEACHING), unit)) {
            assertThat(other.get(PATH).status()).isEqualTo(403);
        }
        assertThat(program.get(PATH).body().path("candidates").size()).isZero();
    }

    private void taught() {
        completed(database.sql("""
                insert into teaching.lessons (community_id, key, person, words, in_group, guess, confidence, cause,
                  noticed_at, state, label, taught_by, taught_at)
                values ('lm', $1, 'p', $1, false, 'chatter', 0.4, 'MISSED', now(), 'taught', 'report.noise', 'chen', now())""").bind(0, words).then());
    }

    private Program.Said decide(String act, String candidate) {
        return program.post(PATH, "{\"act\":\"%s\",\"candidate\":\"%s\"}".formatted(act, candidate));
    }

    private static String state(JsonNode change) {
        return change.at("/candidates/0/state").asString();
    }
}
