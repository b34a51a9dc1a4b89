package org.linli.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.audit.Trail;
import org.linli.cases.web.SignedInAs;
import org.linli.cases.web.WithSignIn;
import org.linli.community.Communities;
import org.linli.community.file.CommunityFile;
import org.linli.community.file.Difference;
import org.linli.community.file.Problem;
import org.linli.community.file.WriteYaml;
import org.linli.platform.words.WordFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class CommunityPageTest extends WithSignIn {

    private static final String PAGE = "/desk/admin/community";
    private static final Pattern DRAFT = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"");

    @Autowired
    Communities communities;

    @Autowired
    Trail trail;

    private final String spot = "s" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whatIsTakenAwayIsWhatStandsAndCanBeImportedAgain() {
        var map = result(communities.map(SignedInAs.LM));

        var read = CommunityFile.read("lm.yaml", WriteYaml.of(map).getBytes(StandardCharsets.UTF_8), map);

        assertThat(Difference.between(map, read)).isEmpty();
        assertThat(read.places()).hasSameSizeAs(map.placesEver());
        assertThat(signedIn("chen").page(PAGE + ".yaml"))
                .contains("柳苑社区", "case-prefix", "webchat:lm:group:b3")
                .doesNotContain("residents");
    }

    @Test
    void everyPlaceStandsBelowItsParent() {
        var lines = PlaceLine.all(result(communities.map(SignedInAs.LM)));
        var ids = lines.stream().map(PlaceLine::id).toList();

        assertThat(ids.indexOf("s1")).isBetween(ids.indexOf("g1"), ids.indexOf("g2"));
        assertThat(ids).doesNotHaveDuplicates().contains("b3", "hall").doesNotContain("b3-2-501");
        assertThat(lines).filteredOn(it -> it.id().equals("b3")).allMatch(it -> it.rooms() == 36 && it.depth() == 4);
    }

    @Test
    void aFileIsComparedFirstAndImportedWhenThatIsConfirmed() {
        var chen = signedIn("chen");

        String page = uploaded(chen, changed());

        assertThat(page)
                .contains("要改 2 处", "新凉亭", "新增", "<del>阳光里小区; 老小区</del>")
                .doesNotContain("??");
        assertThat(result(communities.map(SignedInAs.LM)).place(spot)).isEmpty();
        assertThat(imported(chen, draft(page))).contains("已经导入");
        assertThat(result(communities.map(SignedInAs.LM)).place(spot)).isPresent();
        assertThat(imported(chen, draft(page))).contains("导入过");
        assertThat(result(trail.latest(SignedInAs.LM, "SETTING_CHANGED", Long.MAX_VALUE, 20)
                        .collectList()))
                .anyMatch(it -> it.about().equals("import") && it.who().equals("chen"));
        uploadAndImport(
                chen,
                "community: {id: lm}\nplaces:\n"
                        + "  - {id: s1, kind: compound, name: 阳光里, parent: g1, aliases: [阳光里小区, 老小区]}\n");
    }

    @Test
    void whatWasChangedMeanwhileIsComparedAnew() {
        var chen = signedIn("chen");
        String seen =
                uploaded(chen, "community: {id: lm}\nplaces:\n  - {id: %s, kind: spot, name: 新凉亭}\n".formatted(spot));
        uploadAndImport(chen, "community: {id: lm}\nplaces:\n  - {id: %s, kind: spot, name: 旧凉亭}\n".formatted(spot));

        String again = imported(chen, draft(seen));

        assertThat(again).contains("还没有改动", "<del>旧凉亭</del>");
        assertThat(result(communities.map(SignedInAs.LM))
                        .place(spot)
                        .orElseThrow()
                        .name())
                .isEqualTo("旧凉亭");
    }

    @Test
    void whatIsWrongIsToldInChineseWithItsLine() {
        var chen = signedIn("chen");

        assertThat(uploaded(chen, "community: {id: lm}\nplaces:\n  - {id: x1, kind: tower, name: 塔}\n"))
                .contains("第 3 行", "kind“tower”不对，可以是：", "什么也没有改动");
        assertThat(uploaded(chen, "community: {id: lm}\nunits:\n  - {id: u1, kind: grid}\n"))
                .contains("units 表缺少 name");
        assertThat(uploaded(chen, "community: {id: lm}\nplaces:\n\t- id: x1\n"))
                .contains("第 3 行", "第 1 个字是制表符", "什么也没有改动")
                .doesNotContain("TAB", "cannot start", "in reader");
        assertThat(uploaded(chen, "community: {id: lm}\nplaces:\n  - {id: x1, id: x2}\n"))
                .contains("第 3 行", "“id”在这里写了两次");
        assertThat(uploaded(chen, "community: {id: 'L M'}\n"))
                .contains("id“L M”不对")
                .doesNotContain("expected");
        assertThat(uploaded(chen, "community: {id: elsewhere, name: 别处, case-prefix: E}\n"))
                .contains("另一个社区");
        assertThat(uploaded(chen, "")).contains("没有收到文件");
    }

    @Test
    void aMistakeOnOneOfSeveralSheetsIsToldWithItsSheet() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "linli", "1.0")) {
            var head = workbook.newWorksheet("社区");
            head.value(0, 0, "编号");
            head.value(1, 0, "lm");
            var places = workbook.newWorksheet("地点");
            places.value(0, 0, "编号");
            places.value(1, 0, "x1");
        }

        assertThat(body(signedIn("chen").upload(PAGE + "/review", Map.of(), "file", "lm.xlsx", bytes.toByteArray())))
                .contains("“地点”表第 2 行")
                .doesNotContain("??");
    }

    @Test
    void whateverMayBeWrongWithAFileHasWordsOfItsOwn() {
        var words = WordFile.of("templates/messages", "administration.properties");

        assertThat(Problem.What.values())
                .allSatisfy(it -> assertThat(words.say("admin.problem." + it)).doesNotContain("admin.problem"));
    }

    @Test
    void noFileTakesAwayTheLastAdministrator() {
        var chen = signedIn("chen");
        String page = uploaded(
                chen, "community: {id: lm}\nstaff:\n  - {id: chen, name: 陈立秋, role: unit-worker, unit: desk}\n");

        assertThat(page).contains("<del>admin</del>", "<ins>unit-worker</ins>");
        assertThat(imported(chen, draft(page))).contains("没有能登录的管理员");
        chen.get(PAGE).expectStatus().isOk();
    }

    @Test
    void colleaguesAreToldThatThisIsForAdministratorsAndStrangersNothing() {
        assertThat(signedIn("lin")
                        .get("/desk/admin")
                        .expectStatus()
                        .isForbidden()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("这一页给管理员用", "href=\"/desk\"")
                .doesNotContain("没有这个页面", "??");
        web.get()
                .uri("/desk/admin")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .value(it -> assertThat(String.valueOf(it)).doesNotContain("管理员"));
    }

    @Test
    void keysAreMadeShownOnceAndRevoked() {
        var chen = signedIn("chen");

        String made =
                body(chen.post("/desk/admin/keys", Map.of("name", "街道平台", "scopes", "CASES_READ", "unit", "property")));

        assertThat(made).contains("lk_lm.", "读事项", "安和物业", "长期有效", "还没用过").doesNotContain("??");
        assertThat(chen.page("/desk/admin/keys")).contains("街道平台").doesNotContain("lk_lm.");
        assertThat(body(chen.post(
                        "/desk/admin/keys", Map.of("name", "过期", "scopes", "CASES_READ", "until", "2020-01-01"))))
                .contains("有效期要写今天或以后", "value=\"过期\"", "value=\"2020-01-01\"")
                .containsPattern("value=\"CASES_READ\"[^>]*checked");
        assertThat(body(chen.post("/desk/admin/keys", Map.of("name", "无权")))).contains("至少勾一个权限", "value=\"无权\"");
        assertThat(body(chen.post("/desk/admin/keys", Map.of("scopes", "CASES_READ"))))
                .contains("要写程序名称");
        assertThat(made).doesNotContain("value=\"街道平台\"");
        var id = Pattern.compile("/desk/admin/keys/([^/]+)/revoke").matcher(made);
        assertThat(id.find()).isTrue();
        assertThat(body(chen.post("/desk/admin/keys/" + id.group(1) + "/revoke", Map.of())))
                .contains("已作废");
        signedIn("lin").get("/desk/admin/keys").expectStatus().isForbidden();
        signedIn("lin").get(PAGE).expectStatus().isForbidden();
    }

    private String changed() {
        return """
            community: {id: lm}
            places:
              - {id: s1, kind: compound, name: 阳光里, parent: g1, aliases: [阳光里小区]}
              - {id: %s, kind: spot, name: 新凉亭, parent: s1}
            """.formatted(spot);
    }

    private void uploadAndImport(SignedInAs who, String yaml) {
        assertThat(imported(who, draft(uploaded(who, yaml)))).contains("已经导入");
    }

    private static String uploaded(SignedInAs who, String yaml) {
        return body(who.upload(PAGE + "/review", Map.of(), "file", "lm.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String imported(SignedInAs who, String draft) {
        return body(who.post(PAGE + "/import", Map.of("draft", draft)));
    }

    private static String draft(String page) {
        var found = DRAFT.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
