package org.linli.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.audit.Trail;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Located;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.community.personnel.ChangeStaff;
import org.linli.community.personnel.Outcome;
import org.linli.community.personnel.Post;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// Places and units are changed one at a time: shown first, with what hangs on them, then confirmed.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class EditPagesTest {

    private static final String PLACES = "/desk/admin/places";
    private static final String UNITS = "/desk/admin/units";

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Communities communities;

    @Autowired
    ChangeStaff change;

    @Autowired
    DatabaseClient database;

    @Autowired
    Trail trail;

    private final String id = "e" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aBuildingIsAddedWithItsRoomsAndRenamed() {
        var chen = signedIn("chen");
        var before = map().places().stream().map(it -> it.id()).toList();

        String shown = body(chen.post(
                PLACES,
                Map.of(
                        "fresh",
                        "true",
                        "id",
                        id,
                        "kind",
                        "building",
                        "name",
                        "9栋",
                        "parent",
                        "s2",
                        "aliases",
                        "小白楼、白楼",
                        "units",
                        "1",
                        "floors",
                        "2",
                        "doors",
                        "2")));

        assertThat(shown).contains("还没有改动", "9栋", "新增", "小白楼; 白楼").doesNotContain("??");
        assertThat(map().place(id)).isEmpty();
        assertThat(confirmed(chen, shown)).contains("马上生效");
        assertThat(map().place(id + "-1-202")).isPresent();
        assertThat(map().places().stream().map(it -> it.id()).filter(before::contains))
                .as("all others stay in their order")
                .containsExactlyElementsOf(before);
        confirmed(chen, body(chen.post(PLACES, Map.of("id", id, "name", "九号楼", "parent", "s2", "aliases", "小白楼"))));
        assertThat(map().place(id).orElseThrow().name()).isEqualTo("九号楼");
        assertThat(map().place(id).orElseThrow().aliases()).containsExactly("小白楼");
        assertThat(result(trail.latest(SignedInAs.LM, "SETTING_CHANGED", Long.MAX_VALUE, 5)
                        .collectList()))
                .anyMatch(it -> it.who().equals("chen") && it.detail().contains("places/" + id + " (aliases, name)"));
    }

    @Test
    void whatHangsOnAPlaceIsToldBeforeItIsRenamed() {
        var chen = signedIn("chen");
        assertThat(chen.page(PLACES + "?place=b3")).contains("value=\"3栋\"").doesNotContain("??");

        String shown = body(chen.post(PLACES, Map.of("id", "b3", "name", "三号楼", "parent", "s1")));

        assertThat(shown).contains("<del>3栋</del>", "<ins>三号楼</ins>").containsPattern("住着的居民 [1-9]\\d* 位");
        assertThat(map().place("b3").orElseThrow().name()).isEqualTo("3栋");
    }

    @Test
    void anEmptyPlaceIsClosedWithWhatLiesInItAndOpenedAgain() {
        var chen = signedIn("chen");
        added(chen, "building", "10栋", "units", "1", "floors", "1", "doors", "2");
        String room = id + "-1-102";
        assertThat(chen.page(PLACES + "?place=" + id))
                .contains("停用这个地点", "place=" + id + "-1")
                .doesNotContain("??");

        String shown = body(chen.post(PLACES + "/" + id + "/close", Map.of()));

        assertThat(shown).contains("还没有改动", "已停用", "<ins>是</ins>").doesNotContain("??");
        assertThat(map().openPlace(room)).isPresent();
        confirmed(chen, shown);
        assertThat(map().places()).noneMatch(it -> it.id().startsWith(id));
        assertThat(map().locate("10", null, null, null))
                .as("nobody means it any more")
                .isInstanceOf(Located.NoSuchBuilding.class);
        assertThat(map().display(map().place(room).orElseThrow()))
                .as("for what was there")
                .contains("10栋1单元102室");
        assertThat(chen.page(PLACES)).contains("已停用的地点", "10栋").doesNotContain("place=" + id);
        assertThat(chen.post(PLACES + "/" + id + "/close", Map.of())
                        .returnResult(Void.class)
                        .getStatus()
                        .value())
                .isEqualTo(404);
        confirmed(chen, body(chen.post(PLACES + "/" + id + "/reopen", Map.of())));
        assertThat(map().openPlace(room)).isPresent();
        confirmed(chen, body(chen.post(PLACES + "/" + room + "/close", Map.of())));
        assertThat(map().places())
                .anyMatch(it -> it.id().equals(id))
                .noneMatch(it -> it.id().equals(room));
        confirmed(chen, body(chen.post(PLACES + "/" + id + "/close", Map.of())));
        assertThat(result(trail.latest(SignedInAs.LM, "SETTING_CHANGED", Long.MAX_VALUE, 5)
                        .collectList()))
                .anyMatch(it -> it.who().equals("chen") && it.detail().contains("places/" + id + " (closed)"));
    }

    @Test
    void aPlaceWhereSomethingHangsStaysAndItIsToldWhat() {
        var chen = signedIn("chen");

        assertThat(body(chen.post(PLACES + "/b3/close", Map.of())))
                .contains("什么也没有改动", "地点“b3”还不能停用", "href=\"/desk/residents\"", "href=\"/desk/groups\"")
                .containsPattern("居民 [1-9]\\d* 位")
                .containsPattern("群 [1-9]\\d* 个")
                .doesNotContain("??", "name=\"draft\"");
        assertThat(body(chen.post(PLACES + "/s2/close", Map.of())))
                .as("what hangs within it hangs on it")
                .containsPattern("管这里的单位 [1-9]\\d* 个")
                .containsPattern("群 [1-9]\\d* 个");
        assertThat(map().openPlace("b3")).isPresent();
    }

    @Test
    void whoMovesInBeforeItIsConfirmedKeepsAPlaceOpen() {
        var chen = signedIn("chen");
        added(chen, "spot", "凉棚");
        String shown = body(chen.post(PLACES + "/" + id + "/close", Map.of()));
        completed(database.sql(
                        "insert into community.residents (community_id, id, home, verified) values ('lm', $1, $1, false)")
                .bind(0, id)
                .then());
        try {
            assertThat(confirmed(chen, shown)).contains("还不能停用", "居民 1 位").doesNotContain("??");
            assertThat(map().openPlace(id)).isPresent();
        } finally {
            completed(database.sql("delete from community.residents where id = $1")
                    .bind(0, id)
                    .then());
        }
        confirmed(chen, body(chen.post(PLACES + "/" + id + "/close", Map.of())));
        assertThat(map().openPlace(id)).isEmpty();
    }

    @Test
    void aWishThatWaitsForItsWriterKeepsAPlaceOpen() {
        var chen = signedIn("chen");
        added(chen, "spot", "空地");
        String close = PLACES + "/" + id + "/close";
        completed(database.sql("""
                        insert into polls.wishes
                            (community_id, voter, round, words, place, told_at, send, pictures, alike, at)
                        values ('lm', $1, 'r', 'w', $1, 't', 's', '{}', '{}', now())""").bind(0, id).then());
        try {
            assertThat(body(chen.post(close, Map.of())))
                    .contains("还不能停用", "等居民确认的提案 1 个")
                    .doesNotContain("??", "name=\"draft\"");
            completed(database.sql("update polls.wishes set at = at - interval '25 hours' where voter = $1")
                    .bind(0, id)
                    .then());
            confirmed(chen, body(chen.post(close, Map.of())));
            assertThat(map().openPlace(id)).as("it waits a day only").isEmpty();
        } finally {
            completed(database.sql("delete from polls.wishes where voter = $1")
                    .bind(0, id)
                    .then());
        }
    }

    @Test
    void whatLiesBelowAClosedPlaceIsNotOfferedToBeOpened() {
        var chen = signedIn("chen");
        added(chen, "building", "11栋", "units", "1", "floors", "1", "doors", "1");
        String unit = id + "-1";
        confirmed(chen, body(chen.post(PLACES + "/" + unit + "/close", Map.of())));
        confirmed(chen, body(chen.post(PLACES + "/" + id + "/close", Map.of())));

        assertThat(chen.page(PLACES))
                .contains("先恢复上级", PLACES + "/" + id + "/reopen")
                .doesNotContain(PLACES + "/" + unit + "/reopen", "??");
        assertThat(chen.post(PLACES + "/" + unit + "/reopen", Map.of())
                        .returnResult(Void.class)
                        .getStatus()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void aUnitIsGivenNoPlaceThatIsClosed() {
        var chen = signedIn("chen");
        added(chen, "spot", "旧车棚");
        confirmed(chen, body(chen.post(PLACES + "/" + id + "/close", Map.of())));

        assertThat(body(chen.post(
                        UNITS, Map.of("fresh", "true", "id", id, "kind", "committee", "name", "车友会", "places", id))))
                .contains("什么也没有改动", id)
                .doesNotContain("name=\"draft\"");
    }

    private void added(SignedInAs chen, String kind, String name, String... more) {
        var form = new HashMap<>(Map.of("fresh", "true", "id", id, "kind", kind, "name", name, "parent", "s2"));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        confirmed(chen, body(chen.post(PLACES, form)));
    }

    @Test
    void whatTheFileWouldRefuseIsToldInChinese() {
        var chen = signedIn("chen");

        assertThat(body(chen.post(
                        PLACES, Map.of("fresh", "true", "id", "b3", "kind", "building", "name", "3栋", "parent", "s2"))))
                .contains("什么也没有改动", "地点“b3”写了两次");
        assertThat(body(chen.post(
                        PLACES, Map.of("fresh", "true", "id", id, "kind", "grid", "name", "网格", "parent", "s2"))))
                .contains("上级“s2”不比 grid 大");
        assertThat(body(chen.post(PLACES, Map.of("id", "nowhere", "name", "x"))))
                .contains("没有这一个");
        assertThat(body(chen.post(UNITS, Map.of("id", "property", "kind", "property", "name", "安和", "hours", "白天"))))
                .contains("不是时段");
        assertThat(body(chen.post(UNITS, Map.of("id", "desk", "kind", "grid", "name", "服务台"))))
                .contains("没有 kind（类型）为 desk 的单位");
    }

    @Test
    void aUnitIsAddedGivenPlacesRetiredAndBroughtBack() {
        var chen = signedIn("chen");
        String worker = "w" + UUID.randomUUID().toString().substring(0, 8);
        confirmed(
                chen,
                body(chen.post(
                        UNITS,
                        Map.of(
                                "fresh",
                                "true",
                                "id",
                                id,
                                "kind",
                                "committee",
                                "name",
                                "楼道委员会",
                                "places",
                                "b6",
                                "labels",
                                "report.noise，report.pets"))));
        var made = map().unit(id).orElseThrow();
        assertThat(made.places()).containsExactly("b6");
        assertThat(made.labels()).containsExactly("report.noise", "report.pets");
        result(change.add(by(), worker, "卫新", new Post(id, Role.UNIT_WORKER), null));

        String shown = body(chen.post(UNITS + "/" + id + "/retire", Map.of("successor", "safety")));

        assertThat(shown)
                .contains("已撤销", "<del>" + id + "</del>", "<ins>safety</ins>", "工作人员 1 位")
                .doesNotContain("??");
        confirmed(chen, shown);
        assertThat(map().units()).noneMatch(it -> it.id().equals(id));
        assertThat(map().unit(id)).as("for what it did").isPresent();
        assertThat(map().staffMember(worker).orElseThrow().unit()).isEqualTo("safety");
        assertThat(result(change.move(by(), worker, new Post(id, Role.UNIT_WORKER))))
                .isEqualTo(Outcome.NO_UNIT);
        assertThat(chen.page(UNITS)).contains("已撤销的单位", "楼道委员会").doesNotContain("??");
        confirmed(chen, body(chen.post(UNITS + "/" + id + "/bring-back", Map.of())));
        assertThat(map().units())
                .filteredOn(it -> it.id().equals(id))
                .singleElement()
                .satisfies(it -> assertThat(it.places()).containsExactly("b6"));
        confirmed(chen, body(chen.post(UNITS + "/" + id + "/retire", Map.of("successor", "safety"))));
        result(change.suspend(by(), worker));
    }

    @Test
    void aUnitWithOpenCasesStays() {
        var chen = signedIn("chen");
        confirmed(chen, body(chen.post(UNITS, Map.of("fresh", "true", "id", id, "kind", "department", "name", "忙单位"))));
        String number = result(database.sql(
                        "select number from cases.cases where community_id = 'lm' and is_open order by number limit 1")
                .mapValue(String.class)
                .one());
        String unit = result(database.sql("select unit from cases.cases where number = $1")
                .bind(0, number)
                .mapValue(String.class)
                .one());
        moved(number, id);
        try {
            String shown = body(chen.post(UNITS + "/" + id + "/retire", Map.of("successor", "safety")));
            assertThat(shown).contains("没办完的事项 1 件");
            assertThat(confirmed(chen, shown)).contains("还有 1 件没办完的事项");
            assertThat(map().units()).anyMatch(it -> it.id().equals(id));
        } finally {
            moved(number, unit);
        }
        confirmed(chen, body(chen.post(UNITS + "/" + id + "/retire", Map.of("successor", "safety"))));
        assertThat(map().units()).noneMatch(it -> it.id().equals(id));
    }

    @Test
    void onlyAdministratorsComeHere() {
        for (String page : new String[] {PLACES, UNITS}) {
            signedIn("lin").get(page).expectStatus().isForbidden();
            signedIn("qian")
                    .post(page, Map.of("id", "b3", "name", "x"))
                    .expectStatus()
                    .isForbidden();
        }
        assertThat(signedIn("chen")
                        .post(UNITS + "/nobody/retire", Map.of("successor", "desk"))
                        .returnResult(Void.class)
                        .getStatus()
                        .value())
                .isEqualTo(404);
    }

    private void moved(String number, String unit) {
        completed(database.sql("update cases.cases set unit = $2 where number = $1")
                .bind(0, number)
                .bind(1, unit)
                .then());
    }

    private CommunityMap map() {
        return result(communities.map(SignedInAs.LM));
    }

    private StaffMember by() {
        return map().staffMember("chen").orElseThrow();
    }

    private static String confirmed(SignedInAs staff, String shown) {
        var draft = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"").matcher(shown);
        assertThat(draft.find()).as(shown).isTrue();
        return body(staff.post("/desk/admin/community/import", Map.of("draft", draft.group(1))));
    }

    private static String body(ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private SignedInAs signedIn(String staff) {
        SignedInAs.givePasswords(passwords, encoder);
        return new SignedInAs(staff, web);
    }
}
