package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.community.CommunityMap;
import org.linli.keys.Scope;
import org.springframework.test.context.TestPropertySource;

/// Places and units, changed by programs one at a time.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class EditApiTest extends WithPrograms {

    private static final String PLACES = "/api/v1/places";
    private static final String UNITS = "/api/v1/units";

    private final String id = "a" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aPlaceIsAddedOnceAndChanged() {
        String body = "{\"id\":\"%s\",\"kind\":\"spot\",\"name\":\"凉亭\",\"parent\":\"s1\",\"aliases\":[\"亭子\"]}"
                .formatted(id);

        var made = program.post(PLACES, body);

        fieldsOf("EditDone", made.body());
        assertThat(made.status()).isEqualTo(200);
        assertThat(map().place(id).orElseThrow().aliases()).containsExactly("亭子");
        var again = program.post(PLACES, body);
        assertThat(again.status()).as("asked for again, it is there already").isEqualTo(200);
        assertThat(again.body().path("changes").size()).isZero();
        assertThat(program.post(PLACES, body.replace("凉亭", "花园")).text("reason"))
                .isEqualTo("unusable-change");
        assertThat(program.post(PLACES + "/" + id, "{\"name\":\"小凉亭\",\"latitude\":30.5,\"longitude\":\"125.25\"}")
                        .status())
                .isEqualTo(200);
        var changed = map().place(id).orElseThrow();
        assertThat(changed.name()).isEqualTo("小凉亭");
        assertThat(changed.aliases()).as("what is not named stays").containsExactly("亭子");
        assertThat(changed.at()).isNotNull();
        program.post(PLACES + "/" + id, "{\"aliases\":null,\"latitude\":null,\"longitude\":null}");
        assertThat(map().place(id).orElseThrow().aliases()).isEmpty();
        assertThat(map().place(id).orElseThrow().at()).isNull();
        assertThat(program.post(PLACES + "/nowhere", "{\"name\":\"x\"}").status())
                .isEqualTo(404);
        assertThat(program.post(PLACES + "/" + id, "{\"aliases\":\"x\"}").text("field"))
                .isEqualTo("aliases");
    }

    @Test
    void aUnitIsAddedChangedRetiredAndBroughtBack() {
        var made = program.post(UNITS, "{\"id\":\"%s\",\"kind\":\"committee\",\"name\":\"花友会\"}".formatted(id));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(200);
        String unit = UNITS + "/" + id;
        program.post(unit, "{\"places\":[\"b6\"],\"labels\":[\"report.greening\"]}");
        assertThat(map().unit(id).orElseThrow().places()).containsExactly("b6");
        var wrong = program.post(unit, "{\"places\":[\"nowhere\"]}");
        assertThat(wrong.text("reason")).isEqualTo("unusable-change");
        assertThat(wrong.body().toString()).contains("nowhere");

        assertThat(without(Scope.STAFF_WRITE)
                        .post(unit + "/retire", "{\"successor\":\"safety\"}")
                        .status())
                .isEqualTo(403);
        assertThat(program.post(unit + "/retire", "{\"successor\":\"nobody\"}").text("field"))
                .isEqualTo("successor");
        assertThat(program.post(unit + "/retire", "{\"successor\":\"safety\"}").status())
                .isEqualTo(200);
        assertThat(map().units()).noneMatch(it -> it.id().equals(id));
        assertThat(program.post(unit + "/retire", "{\"successor\":\"safety\"}").status())
                .isEqualTo(404);
        assertThat(ids(UNITS)).doesNotContain(id);
        assertThat(ids(UNITS + "?retired=true")).contains(id, "safety");
        assertThat(program.post(unit + "/bring-back", "").status()).isEqualTo(200);
        assertThat(ids(UNITS)).contains(id);
        assertThat(map().units()).anyMatch(it -> it.id().equals(id));
        program.post(unit + "/retire", "{\"successor\":\"safety\"}");
    }

    @Test
    void aPlaceIsClosedAndOpenedAgainUnlessSomethingHangsThere() {
        program.post(PLACES, "{\"id\":\"%s\",\"kind\":\"spot\",\"name\":\"旧亭\",\"parent\":\"s1\"}".formatted(id));
        String place = PLACES + "/" + id;

        var closed = program.post(place + "/close", "");

        fieldsOf("EditDone", closed.body());
        assertThat(closed.status()).isEqualTo(200);
        assertThat(map().openPlace(id)).isEmpty();
        assertThat(program.post(place + "/close", "").status()).isEqualTo(404);
        assertThat(program.post(place + "/reopen", "").status()).isEqualTo(200);
        assertThat(map().openPlace(id)).isPresent();
        assertThat(program.post(place + "/reopen", "").status()).isEqualTo(404);
        program.post(place + "/close", "");
        var kept = program.post(PLACES + "/b3/close", "");
        assertThat(kept.status()).isEqualTo(422);
        assertThat(kept.text("reason")).isEqualTo("unusable-change");
        assertThat(kept.body().path("faults").toString()).contains("still-there", "residents", "groups");
        assertThat(without(Scope.SETTINGS_WRITE).post(place + "/reopen", "").status())
                .isEqualTo(403);
    }

    @Test
    void whatLiesBelowAClosedPlaceIsOpenedOnlyAfterIt() {
        String spot = id + "-spot";
        program.post(PLACES, "{\"id\":\"%s\",\"kind\":\"compound\",\"name\":\"旧院\"}".formatted(id));
        program.post(PLACES, "{\"id\":\"%s\",\"kind\":\"spot\",\"name\":\"旧井\",\"parent\":\"%s\"}".formatted(spot, id));
        for (String it : List.of(spot, id)) {
            assertThat(program.post(PLACES + "/" + it + "/close", "").status()).isEqualTo(200);
        }

        assertThat(program.post(PLACES + "/" + spot + "/reopen", "").status()).isEqualTo(404);

        assertThat(program.get(PLACES).body().toString()).doesNotContain(id);
        var listed = program.get(PLACES + "?closed=true").body();
        fieldsOf("Places", listed);
        assertThat(listed.path("items").valueStream())
                .filteredOn(it -> it.path("closed").asBoolean())
                .extracting(it -> it.path("id").asString())
                .contains(id, spot)
                .doesNotContain("b3", "s1");
        assertThat(listed.path("items").valueStream())
                .extracting(it -> it.path("id").asString())
                .contains("b3");
        var moved = program.post(PLACES + "/b3", "{\"parent\":\"%s\"}".formatted(id));
        assertThat(moved.status()).as("b3 would be closed with it").isEqualTo(422);
        assertThat(moved.body().path("faults").toString()).contains("still-there", "residents", "groups");
        assertThat(map().openPlace("b3")).isPresent();
        for (String it : List.of(id, spot)) {
            assertThat(program.post(PLACES + "/" + it + "/reopen", "").status()).isEqualTo(200);
            assertThat(map().openPlace(it)).isPresent();
        }
        for (String it : List.of(spot, id)) {
            program.post(PLACES + "/" + it + "/close", "");
        }
    }

    @Test
    void readersAndUnitsChangeNothing() {
        for (var other :
                new Program[] {without(Scope.SETTINGS_WRITE), program(EnumSet.allOf(Scope.class), "property")}) {
            assertThat(other.post(PLACES + "/b3", "{\"name\":\"x\"}").status()).isEqualTo(403);
            assertThat(other.post(UNITS + "/property", "{\"name\":\"x\"}").status())
                    .isEqualTo(403);
        }
        assertThat(map().place("b3").orElseThrow().name()).isEqualTo("3栋");
    }

    private List<String> ids(String path) {
        return program.get(path)
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    private CommunityMap map() {
        return result(communities.map(SignedInAs.LM));
    }
}
