package org.linli.administration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.audit.Entry;
import org.linli.audit.Trail;
import org.linli.cases.web.SignedInAs;
import org.linli.cases.web.WithSignIn;
import org.linli.community.Communities;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.personnel.ChangeStaff;
import org.linli.community.personnel.Outcome;
import org.linli.community.personnel.Post;
import org.linli.platform.words.Folder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class StaffPageTest extends WithSignIn {

    private static final String PAGE = "/desk/admin/staff";
    private static final Pattern SHOWN = Pattern.compile("admin-secret\">([^<]+)<");

    @Autowired
    Communities communities;

    @Autowired
    ChangeStaff change;

    @Autowired
    Trail trail;

    private final String id = "w" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whoeverIsAddedHasAPasswordThatIsShownOnceAndHasToChooseTheirOwn() {
        var chen = signedIn("chen");

        String shown = posted(chen, PAGE, Map.of("id", id, "name", "文静", "unit", "grid-1", "role", "GRID_WORKER"));

        assertThat(shown).contains("已添加", "文静", "还没换成自己的密码").doesNotContain("??");
        assertThat(password(shown)).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(chen.page(PAGE)).contains("文静").doesNotContain(password(shown));
        chen.get(PAGE + "/" + id + "/password").expectHeader().location(PAGE);
        chen.get("/desk/admin/community/review").expectHeader().location("/desk/admin/community");
        assertThat(member(id).role()).isEqualTo(Role.GRID_WORKER);
        assertThat(entries())
                .anyMatch(it -> it.about().equals("staff/" + id) && it.detail().startsWith("added"));
    }

    @Test
    void aGivenPasswordLeadsNowhereButToThePageWhereItIsChanged() {
        employed(Role.COMMUNITY_WORKER);
        result(change.givePassword(member("chen"), id, hash(SignedInAs.PASSWORD)));
        var newcomer = signedIn(id);

        for (String path : List.of("/desk", "/desk/residents", "/desk/cases.csv")) {
            newcomer.get(path).expectStatus().isSeeOther().expectHeader().location("/desk/first-password");
        }
        newcomer.get("/desk/residents")
                .expectCookie()
                .value(
                        "REDIRECT_URI",
                        it -> assertThat(new String(Base64.getDecoder().decode(it), UTF_8))
                                .isEqualTo("/desk/residents"));
        assertThat(newcomer.page("/desk/first-password")).contains("换成自己的密码");
        newcomer.post("/desk/admin/staff", Map.of()).expectStatus().isSeeOther();
        assertThat(posted(newcomer, "/desk/first-password", chosen("kurz", "kurz")))
                .contains("12 到 128");
        assertThat(posted(newcomer, "/desk/first-password", chosen("a-long-sentence", "another-one")))
                .contains("不一样");
        newcomer.post("/desk/first-password", chosen(SignedInAs.PASSWORD, SignedInAs.PASSWORD))
                .expectHeader()
                .location("/sign-in?chosen");
        newcomer.get("/desk").expectStatus().isFound();
        var settled = signedIn(id);
        settled.get("/desk").expectStatus().isOk();
        settled.post("/desk/first-password", chosen(SignedInAs.PASSWORD, SignedInAs.PASSWORD))
                .expectHeader()
                .location("/desk/me");
    }

    @Test
    void whatWasTypedStaysWhereTheNameIsTaken() {
        var chen = signedIn("chen");

        String page = posted(
                chen,
                PAGE,
                Map.of("id", "lin", "name", "文静", "phone", "021-5555", "unit", "grid-2", "role", "UNIT_WORKER"));

        assertThat(page).contains("这个账号有人用", "value=\"文静\"", "value=\"lin\"", "value=\"021-5555\"");
        assertThat(page).containsPattern("value=\"UNIT_WORKER\" selected").containsPattern("<details open");
        assertThat(posted(chen, PAGE, Map.of("id", "?", "name", "文静", "unit", "grid-1", "role", "GRID_WORKER")))
                .contains("没有添加", "value=\"文静\"");
        assertThat(chen.page(PAGE)).doesNotContain("value=\"文静\"");
    }

    @Test
    void nobodyIsTakenOnWithoutAPassword() {
        var added = change.add(member("chen"), id, "文静", post(Role.GRID_WORKER), null, "no \0 hash");

        StepVerifier.create(added).verifyError();

        assertThat(result(communities.map(SignedInAs.LM)).staffMember(id)).isEmpty();
        assertThat(entries()).noneMatch(it -> it.about().equals("staff/" + id));
    }

    @Test
    void aFormThatDoesNotSayWhereSomebodyIsKnownChangesNothing() {
        employed(Role.GRID_WORKER);

        assertThat(posted(signedIn("chen"), PAGE + "/" + id + "/elsewhere", Map.of("subject", "wen")))
                .doesNotContain("??");
        assertThat(entries()).noneMatch(it -> it.detail().startsWith("bound at"));
    }

    @Test
    void whoeverIsSuspendedIsNobodyAtOnceUntilBroughtBack() {
        employed(Role.COMMUNITY_WORKER);
        result(passwords.set(SignedInAs.LM, id, hash(SignedInAs.PASSWORD)));
        var suspended = signedIn(id);
        suspended.get("/desk/residents").expectStatus().isOk();
        var chen = signedIn("chen");

        assertThat(posted(chen, PAGE + "/" + id + "/suspend", Map.of())).contains("已停用", "撤销");

        suspended.get("/desk/residents").expectStatus().isFound().expectHeader().location("/sign-in");
        assertThat(result(passwords.named(id).collectList())).isEmpty();
        assertThat(result(change.add(member("chen"), id, "别人", post(Role.GRID_WORKER), null)))
                .isEqualTo(Outcome.TAKEN);
        assertThat(posted(chen, PAGE + "/" + id + "/bring-back", Map.of())).contains("已恢复");
        signedIn(id).get("/desk/residents").expectStatus().isOk();
    }

    @Test
    void whoeverIsSignedOutByAnAdministratorSignsInAgainAsBefore() {
        employed(Role.COMMUNITY_WORKER);
        result(passwords.set(SignedInAs.LM, id, hash(SignedInAs.PASSWORD)));
        var there = signedIn(id);
        var colleague = signedIn("lin");
        var chen = signedIn("chen");

        assertThat(posted(chen, PAGE + "/" + id + "/sessions/end", Map.of())).contains("都已退出");

        there.get("/desk/residents").expectStatus().isFound().expectHeader().location("/sign-in");
        colleague.get("/desk/me").expectStatus().isOk();
        assertThat(posted(chen, PAGE + "/" + id + "/sessions/end", Map.of())).contains("没有在任何地方登录");
        assertThat(entries())
                .anyMatch(it -> it.about().equals("staff/" + id) && it.detail().equals("signed out everywhere"));
        signedIn(id).get("/desk/residents").expectStatus().isOk();
        chen.post(PAGE + "/nobody/sessions/end", Map.of()).expectStatus().isNotFound();
    }

    @Test
    void everybodyIsSignedOutButWhoeverDoesIt() {
        var lin = signedIn("lin");
        var chensOther = signedIn("chen");
        var chen = signedIn("chen");

        assertThat(posted(chen, PAGE + "/sessions/end", Map.of())).contains("所有人都已退出");

        lin.get("/desk/me").expectStatus().isFound();
        chensOther.get("/desk/me").expectStatus().isFound();
        chen.get("/desk/me").expectStatus().isOk();
        assertThat(entries())
                .anyMatch(it -> it.about().equals("staff") && it.detail().equals("signed out everywhere"));
    }

    @Test
    void whoeverIsMovedMayAtOnceDoWhatTheNewRoleDoesAndItCanBeTakenBack() {
        employed(Role.GRID_WORKER);
        var chen = signedIn("chen");

        String page = posted(chen, PAGE + "/" + id + "/move", Map.of("unit", "desk", "role", "COMMUNITY_WORKER"));

        assertThat(page).contains("岗位已经改好", "value=\"GRID_WORKER\"><button");
        assertThat(member(id))
                .extracting(StaffMember::role, StaffMember::unit)
                .containsExactly(Role.COMMUNITY_WORKER, "desk");
        assertThat(posted(chen, PAGE + "/" + id + "/move", Map.of("unit", "nowhere", "role", "ADMIN")))
                .contains("没有这个单位");
    }

    @Test
    void nobodyIsMovedByWhatAnAddressOrAHeaderSays() {
        employed(Role.GRID_WORKER);

        signedIn("chen")
                .post(PAGE + "/" + id + "/move?role=ADMIN", Map.of("unit", "desk"))
                .expectStatus()
                .isBadRequest();

        assertThat(member(id).role()).isEqualTo(Role.GRID_WORKER);
    }

    @Test
    void theLastAdministratorStays() {
        var chen = signedIn("chen");

        assertThat(posted(chen, PAGE + "/chen/suspend", Map.of())).contains("最后一位");
        assertThat(posted(chen, PAGE + "/chen/move", Map.of("unit", "desk", "role", "UNIT_WORKER")))
                .contains("最后一位");
        assertThat(member("chen").role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void twoAdministratorsCannotTakeAwayEachOther() {
        employed(Role.ADMIN);
        result(passwords.set(SignedInAs.LM, id, hash(SignedInAs.PASSWORD)));
        var chen = member("chen");
        var other = member(id);

        var outcomes = result(Flux.merge(change.suspend(chen, other.id()), change.suspend(other, chen.id()))
                .collectList());
        result(change.bringBack(chen, chen.id()));
        result(change.suspend(chen, other.id()));

        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.LAST_ADMINISTRATOR);
    }

    @Test
    void onlyAdministratorsComeIn() {
        var lin = signedIn("lin");

        for (String path : List.of("/desk/admin", PAGE, "/desk/admin/roles")) {
            lin.get(path).expectStatus().isForbidden();
        }
        lin.post(PAGE + "/chen/suspend", Map.of()).expectStatus().isForbidden();
        lin.post(PAGE + "/chen/password", Map.of()).expectStatus().isForbidden();
        lin.post(PAGE + "/chen/sessions/end", Map.of()).expectStatus().isForbidden();
        lin.post(PAGE + "/sessions/end", Map.of()).expectStatus().isForbidden();
    }

    @Test
    void rolesAreReadOffTheTableOfRoutesAndEveryPageHasWords() throws Exception {
        assertThat(signedIn("chen").page("/desk/admin/roles"))
                .contains("审计记录", "看和改", "网格员")
                .doesNotContain("??");
        var words = new Properties();
        words.load(new java.io.StringReader(
                new Folder("templates/messages").read(".properties").getOrDefault("administration.properties", "")));
        assertThat(new RouteTable().byPage().keySet())
                .allSatisfy(page -> assertThat(words).containsKey("admin.roles.page." + page));
    }

    private void employed(Role role) {
        assertThat(result(change.add(member("chen"), id, "文静", post(role), null)))
                .isEqualTo(Outcome.DONE);
    }

    private static Post post(Role role) {
        return new Post("desk", role);
    }

    private StaffMember member(String staff) {
        return result(communities.map(SignedInAs.LM)).staffMember(staff).orElseThrow();
    }

    private String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private List<Entry> entries() {
        return result(trail.latest(SignedInAs.LM, "SETTING_CHANGED", Long.MAX_VALUE, 50)
                .collectList());
    }

    private static Map<String, String> chosen(String password, String again) {
        return Map.of("password", password, "again", again);
    }

    private static String posted(SignedInAs who, String address, Map<String, String> form) {
        return Objects.requireNonNull(who.post(address, form)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static String password(String page) {
        var found = SHOWN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
