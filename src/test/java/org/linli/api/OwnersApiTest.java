package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.keys.ApiKeys;
import org.linli.keys.Scope;
import org.linli.polls.NeighboursVote;
import org.springframework.beans.factory.annotation.Autowired;

/// Who owns what and what is put to them, entered by programs.
class OwnersApiTest extends NeighboursVote {

    private static final String ASKED = """
            {"question":"是否同意更换物业服务企业","place":"b3","majority":"ordinary","days":7}""";

    @Autowired
    ApiKeys keys;

    @Autowired
    Communities communities;

    @Test
    void ownersAreEnteredAndAskedOnceByTheRulesOfTheDesk() {
        var program = program(EnumSet.allOf(Scope.class), null);
        String once = UUID.randomUUID().toString();
        assertThat(program.post("/api/v1/owners/polls", ASKED).text("reason")).isEqualTo("no-owners");

        var entered = program.post("/api/v1/owners/parcels", """
                {"lines":"b3-3-602,100.50,王五,A1\\nb3-3-601;59.5;王五;A1"}""");

        assertThat(entered.body().toString()).isEqualTo("{\"homes\":2,\"owners\":1,\"area\":\"160.00\"}");
        assertThat(count("""
                        select count(*) n from audit.entries e
                        where what = 'SETTING_CHANGED' and about = 'parcels' and detail = '2 homes: b3-3-602 b3-3-601'
                          and exists (select from keys.keys k where k.id = e.who)""")).isEqualTo(1);
        var poll = program.post("/api/v1/owners/polls", once, ASKED);
        assertThat(poll.status()).as(poll.body().toString()).isEqualTo(201);
        assertThat(program.post("/api/v1/owners/polls", once, ASKED).body()).isEqualTo(poll.body());
        assertThat(count("select count(*) n from polls.polls")).isEqualTo(1);
        assertThat(staff("chen").page("/desk/owners")).contains("2 套，业主 1 人", "是否同意更换物业服务企业");
        for (var wrong : List.of(
                List.of("是否同意更换物业服务企业", " ", "question"),
                List.of("b3", "nowhere", "place"),
                List.of("ordinary", "all", "majority"),
                List.of("7", "91", "days"))) {
            assertThat(program.post("/api/v1/owners/polls", ASKED.replace(wrong.get(0), wrong.get(1)))
                            .text("field"))
                    .isEqualTo(wrong.get(2));
        }
    }

    @Test
    void ofLinesWithAMistakeNoneIsEnteredAndItIsSaidWhere() {
        long noted = count("select count(*) n from audit.entries where about = 'parcels'");
        var said = program(EnumSet.allOf(Scope.class), null).post("/api/v1/owners/parcels", """
                {"lines":"b3-1-101,90,王芳\\nnowhere,90,王芳\\nb3-1-102,90.555,李强"}""");

        assertThat(said.status()).isEqualTo(422);
        assertThat(said.text("reason")).isEqualTo("wrong-lines");
        assertThat(said.text("detail")).contains("一行也没有登记");
        assertThat(said.body()
                        .path("faults")
                        .valueStream()
                        .map(it -> it.path("line").asInt() + it.path("what").asString()))
                .containsExactly("2place", "3area");
        assertThat(said.body().toString()).doesNotContain("王芳");
        assertThat(count("select count(*) n from polls.parcels")).isZero();
        assertThat(count("select count(*) n from audit.entries where about = 'parcels'"))
                .isEqualTo(noted);
        assertThat(program(EnumSet.allOf(Scope.class), null)
                        .post("/api/v1/owners/parcels", "{}")
                        .text("field"))
                .isEqualTo("lines");
    }

    @Test
    void whoMayAskMayNotSayWhoOwnsWhat() {
        var asker = program(EnumSet.of(Scope.POLLS_WRITE), null);
        var unit = program(EnumSet.allOf(Scope.class), "property");

        assertThat(asker.post("/api/v1/owners/parcels", "{\"lines\":\"b3-1-101,90,王芳\"}")
                        .status())
                .isEqualTo(403);
        assertThat(program(EnumSet.of(Scope.RESIDENTS_WRITE), null)
                        .post("/api/v1/owners/polls", ASKED)
                        .status())
                .isEqualTo(403);
        assertThat(unit.post("/api/v1/owners/polls", ASKED).status()).isEqualTo(403);
        assertThat(count("select count(*) n from polls.parcels")).isZero();
    }

    private Program program(Set<Scope> scopes, @Nullable String unit) {
        var chen = result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
        return new Program(web, result(keys.make(chen, new ApiKeys.Wanted("街道平台", scopes, unit, null))));
    }
}
