package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.community.Communities;
import org.linli.community.ImportCommunity;
import org.linli.keys.ApiKeys;
import org.linli.keys.Scope;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// What programs do for residents who ask on paper.
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.stand-ins=true"})
class RightsApiTest {

    private static final String FILE = "/api/v1/rights/file";
    private static final String ERASURES = "/api/v1/rights/erasures";
    private static final String OTHERS = """
            community: {id: hq, name: 花桥社区, street: 另一条街, case-prefix: HQ}
            places:
              - {id: q1, kind: building, name: 1栋}
            units:
              - {id: desk, kind: desk, name: 服务台}
            staff:
              - {id: bao, name: 包大人, role: admin, unit: desk}
            """;

    @Autowired
    WebTestClient web;

    @Autowired
    ApiKeys keys;

    @Autowired
    Communities communities;

    @Autowired
    ImportCommunity importing;

    @Autowired
    Document document;

    @Autowired
    DatabaseClient database;

    @AfterEach
    void nobodyIsErased() {
        completed(database.sql("delete from rights.erasures").then());
    }

    @BeforeEach
    void thereIsAnotherCommunity() {
        completed(importing.from("other.yaml", OTHERS.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theFileOfSomebodyIsTakenOutAndItIsNotedByWhichKey() throws IOException {
        var program = program("lm", "chen", EnumSet.of(Scope.RIGHTS), null);

        assertThat(unzipped(taken(program, "r01"))).contains("赵桂兰");

        assertThat(number(
                        database,
                        "select count(*) n from audit.entries e where what = 'EXPORTED' and about = 'r01' and detail = 'rights'"
                                + " and exists (select from keys.keys k where k.id = e.who)"))
                .isEqualTo(1);
        assertThat(number(database, "select count(*) n from api.calls where body like '%赵桂兰%'"))
                .as("copies of it that are kept")
                .isZero();
        assertThat(program.post(FILE, "{\"resident\":\"nobody\"}").status()).isEqualTo(404);
        assertThat(program.post(FILE, "{}").text("field")).isEqualTo("resident");
        assertThat(program.post(FILE, "[]").status()).isEqualTo(400);
    }

    @Test
    void somebodyIsErasedOnceWithAReason() {
        var program = program("lm", "chen", EnumSet.of(Scope.RIGHTS), null);

        assertThat(program.post(ERASURES, "{\"resident\":\"r02\"}").text("field"))
                .isEqualTo("reason");
        assertThat(program.post(ERASURES, "{\"resident\":\"r02\",\"reason\":\"%s\"}".formatted("x".repeat(101)))
                        .text("field"))
                .isEqualTo("reason");
        for (String unsure : List.of("", ",\"sure\":false", ",\"sure\":\"no\"")) {
            assertThat(program.post(ERASURES, "{\"resident\":\"r02\",\"reason\":\"书面申请\"%s}".formatted(unsure))
                            .text("reason"))
                    .as(unsure)
                    .isEqualTo("unsure");
        }
        assertThat(program.post(ERASURES, "{\"resident\":\"nobody\",\"reason\":\"书面申请\",\"sure\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(number(database, "select count(*) n from rights.erasures")).isZero();

        String asked = "{\"resident\":\"r02\",\"reason\":\"5月3日书面申请\",\"sure\":true}";
        assertThat(program.post(ERASURES, "erase-r02", asked).text("state")).isEqualTo("due");
        assertThat(program.post(ERASURES, "erase-r02", asked).text("state")).isEqualTo("due");

        assertThat(number(database, "select count(*) n from rights.erasures")).isEqualTo(1);
        var list = program.get(ERASURES).body().path("items");
        assertThat(list.get(0).propertyNames())
                .containsExactlyInAnyOrderElementsOf(document.tree()
                        .at("/components/schemas/Erasure/properties")
                        .propertyNames());
        assertThat(list.toString()).contains("5月3日书面申请", "\"due\"").doesNotContain("r02");
        assertThat(number(
                        database, "select count(*) n from audit.entries where what = 'ERASED' and detail = '5月3日书面申请'"))
                .isEqualTo(1);
    }

    @Test
    void nobodyActsForResidentsOfAnotherCommunityOrWithoutTheScope() {
        var elsewhere = program("hq", "bao", EnumSet.allOf(Scope.class), null);
        String asked = "{\"resident\":\"r03\",\"reason\":\"书面申请\",\"sure\":true}";
        assertThat(elsewhere.post(FILE, asked).status()).isEqualTo(404);
        assertThat(elsewhere.post(ERASURES, asked).status()).isEqualTo(404);

        var others = EnumSet.complementOf(EnumSet.of(Scope.RIGHTS));
        for (var stranger : List.of(
                program("lm", "chen", others, null), program("lm", "chen", EnumSet.allOf(Scope.class), "property"))) {
            assertThat(stranger.post(FILE, asked).status()).isEqualTo(403);
            assertThat(stranger.post(ERASURES, asked).status()).isEqualTo(403);
            assertThat(stranger.get(ERASURES).status()).isEqualTo(403);
        }
        assertThat(number(database, "select count(*) n from rights.erasures")).isZero();
    }

    private byte[] taken(Program program, String resident) {
        return Objects.requireNonNull(web.post()
                .uri(FILE)
                .header("Authorization", "Bearer " + program.key())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"resident\":\"" + resident + "\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/zip")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    private static String unzipped(byte[] zip) throws IOException {
        var all = new StringBuilder();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (in.getNextEntry() != null) {
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private Program program(String community, String maker, Set<Scope> scopes, @Nullable String unit) {
        var by = result(communities.map(new CommunityId(community)))
                .staffMember(maker)
                .orElseThrow();
        return new Program(web, result(keys.make(by, new ApiKeys.Wanted("街道平台", scopes, unit, null))));
    }
}
