package org.linli.administration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.audit.Trail;
import org.linli.cases.web.SignedInAs;
import org.linli.cases.web.WithSignIn;
import org.linli.community.Communities;
import org.linli.community.Elsewhere;
import org.linli.community.Role;
import org.linli.community.personnel.ChangeStaff;
import org.linli.community.personnel.Outcome;
import org.linli.community.personnel.Post;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.installation.administrators=chen@lm,lin@lm,nobody-yet@lm"})
class CommunitiesPageTest extends WithSignIn {

    private static final String PAGE = "/desk/admin/communities";
    private static final Pattern PASSWORD = Pattern.compile("([a-z2-9]{4}-){3}[a-z2-9]{4}");

    @Autowired
    Communities communities;

    @Autowired
    ChangeStaff change;

    @Autowired
    Trail trail;

    private final String id = "c" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aCommunityIsMadeFromWhatWasTypedAndItsAdministratorCanSignInAtOnce() {
        String page = made(Map.of(
                "id", id, "name", "花桥: \"新\" 社区", "street", "东街道", "prefix", "HQ", "admin", "bao", "called", "包大人"));

        assertThat(page).contains("建好了", "bao@" + id);
        var map = result(communities.map(new CommunityId(id)));
        assertThat(map.name()).isEqualTo("花桥: \"新\" 社区");
        assertThat(map.staffMember("bao").orElseThrow().role()).isEqualTo(Role.ADMIN);
        assertThat(map.desk().name()).isEqualTo("服务台");
        var account = result(passwords.of(new CommunityId(id), "bao"));
        var shown = PASSWORD.matcher(page);
        assertThat(shown.find()).isTrue();
        assertThat(encoder.matches(shown.group(), Objects.requireNonNull(account.hash())))
                .isTrue();
        assertThat(account.given()).isTrue();
        assertThat(result(trail.latest(new CommunityId(id), "SETTING_CHANGED", Long.MAX_VALUE, 9)
                        .collectList()))
                .anyMatch(it -> it.who().equals("chen@lm") && it.detail().equals("founded"));
    }

    @Test
    void aCommunityIsMadeFromAFileAndNeverOverOneThatIsThere() {
        String file = """
            community: {id: %s, name: 花桥社区, street: 东街道, case-prefix: HQ}
            places:
              - {id: q1, kind: building, name: 1栋}
            units:
              - {id: desk, kind: desk, name: 服务台}
            staff:
              - {id: bao, name: 包大人, role: admin, unit: desk}
            """.formatted(id);

        assertThat(put(file)).contains("建好了");
        assertThat(result(communities.map(new CommunityId(id))).place("q1")).isPresent();
        assertThat(put(file.replace("花桥", "别的"))).contains("已经有这个编号");
        assertThat(result(communities.map(new CommunityId(id))).name()).isEqualTo("花桥社区");
        assertThat(put(file.replace(id, "lm"))).contains("已经有这个编号");
    }

    @Test
    void whatIsWrongIsToldWithItsLineAndNothingIsMade() {
        String file = """
            community: {id: %s, name: 花桥社区, street: 东街道, case-prefix: HQ}
            units:
              - {id: desk, kind: desk, name: 服务台}
            staff:
              - {id: bao, name: 包大人, role: emperor, unit: desk}
            """.formatted(id);

        assertThat(put(file)).contains("第 5 行", "emperor").doesNotContain("??");
        assertThat(put(file.replace("emperor", "grid-worker"))).contains("没有能登录的管理员");
        assertThat(made(Map.of("id", "Not An Id", "name", "x")))
                .contains("有这些问题")
                .doesNotContain("第 ", "??");
        assertThat(result(communities.all().collectList()))
                .noneMatch(it -> it.id().value().equals(id));
    }

    @Test
    void onlyAnAdministratorOfTheInstallationMakesOne() {
        String other = "w" + UUID.randomUUID().toString().substring(0, 8);
        var chen = result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
        result(change.add(chen, other, "韦工", new Post("desk", Role.ADMIN), null));
        passwords
                .set(SignedInAs.LM, other, Objects.requireNonNull(encoder.encode(SignedInAs.PASSWORD)))
                .block();
        var form = Map.of("id", id, "name", "x", "street", "y", "prefix", "HQ", "admin", "bao", "called", "z");

        assertThat(page(signedIn(other), form)).contains("不是整套程序的管理员");
        assertThat(signedIn(other).page(PAGE)).contains("LINLI_INSTALLATION_ADMINISTRATORS");
        signedIn("lin").post(PAGE, form).expectStatus().isForbidden();
        assertThat(result(communities.all().collectList()))
                .noneMatch(it -> it.id().value().equals(id));
    }

    @Test
    void nobodyElseDecidesHowAnAdministratorOfTheInstallationSignsIn() {
        String other = "w" + UUID.randomUUID().toString().substring(0, 8);
        var map = result(communities.map(SignedInAs.LM));
        var chen = map.staffMember("chen").orElseThrow();
        var post = new Post("desk", Role.ADMIN);
        result(change.add(chen, other, "韦工", post, null));
        passwords
                .set(SignedInAs.LM, other, Objects.requireNonNull(encoder.encode(SignedInAs.PASSWORD)))
                .block();
        var by = result(communities.map(SignedInAs.LM)).staffMember(other).orElseThrow();

        assertThat(text(signedIn(other).post("/desk/admin/staff/chen/password", Map.of())))
                .contains("只有另一位整套程序的管理员")
                .doesNotContainPattern(PASSWORD);
        signedIn("chen").page(PAGE);
        assertThat(result(change.bind(by, "chen", Elsewhere.OIDC, "me"))).isEqualTo(Outcome.NOT_YOURS);
        assertThat(result(change.move(by, "lin", post))).isEqualTo(Outcome.NOT_YOURS);
        assertThat(result(change.add(by, "nobody-yet", "x", post, null, "hash")))
                .isEqualTo(Outcome.NOT_YOURS);
        assertThat(result(change.suspend(by, "nobody-yet"))).isEqualTo(Outcome.UNKNOWN);
        assertThat(result(change.move(by, other, post))).isEqualTo(Outcome.DONE);
        assertThat(result(change.bind(chen, "chen", Elsewhere.OIDC, ""))).isNotEqualTo(Outcome.NOT_YOURS);
    }

    private String made(Map<String, String> form) {
        return page(signedIn("chen"), form);
    }

    private static String page(SignedInAs staff, Map<String, String> form) {
        return text(staff.post(PAGE, form));
    }

    private static String text(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private String put(String file) {
        return Objects.requireNonNull(signedIn("chen")
                .upload(PAGE, Map.of(), "file", "new.yaml", file.getBytes(UTF_8))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
