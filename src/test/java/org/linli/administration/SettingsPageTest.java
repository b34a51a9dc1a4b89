package org.linli.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.cases.web.WithSignIn;
import org.linli.channels.PreferredWays;
import org.linli.community.ChangeSettings;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.outbox.UsualWays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class SettingsPageTest extends WithSignIn {

    private static final String PAGE = "/desk/admin/settings";
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

    @Autowired
    Communities communities;

    @Autowired
    ChangeSettings settings;

    @Autowired
    UsualWays usualWays;

    @Autowired
    PreferredWays preferred;

    private SignedInAs chen;

    @BeforeEach
    void anAdministratorIsSignedIn() {
        chen = signedIn("chen");
    }

    @Test
    void theNameIsChangedAtOnceAndTakenBackWithOneClick() {
        assertThat(chen.page(PAGE)).contains("柳苑社区", "免打扰时段").doesNotContain("??");

        String done = posted(Map.of("version", version(), "about", "name", "name", "柳苑新村社区"));

        assertThat(done).contains("改好了", "撤销", "柳苑新村社区");
        assertThat(map().name()).isEqualTo("柳苑新村社区");
        assertThat(posted(undo(done))).contains("改好了");
        assertThat(map().name()).isEqualTo("柳苑社区");
    }

    @Test
    void aGroupIsQuietWhenItIsToldToBe() {
        var before = map().group("b3").orElseThrow();

        String done = posted(
                Map.of("version", version(), "about", "group", "id", "b3", "manner", "silent", "hours", "22:00-7:00"));

        assertThat(map().group("b3").orElseThrow().quiet()).hasToString("QuietHours[from=22:00, until=07:00]");
        assertThat(map().group("b3").orElseThrow().threshold()).isEqualTo(0.9);
        posted(undo(done));
        assertThat(map().group("b3").orElseThrow()).isEqualTo(before);
    }

    @Test
    void aUnitIsOnDutyWhenItIsSaidToBe() {
        String done = posted(Map.of("version", version(), "about", "unit", "id", "property", "hours", "8:00-18:00"));

        assertThat(Objects.requireNonNull(map().unit("property").orElseThrow().hours())
                        .text())
                .isEqualTo("08:00-18:00");
        posted(undo(done));
        assertThat(map().unit("property").orElseThrow().hours()).isNull();
    }

    @Test
    void waysAreTriedInTheOrderThatIsSetUntilTheUsualOneIsWantedAgain() {
        var usual = usualWays.of(SignedInAs.LM);
        var turned = new ArrayList<>(usual);
        Collections.swap(turned, 2, 3);
        assertThat(chen.page(PAGE)).contains("公众号模板消息", "value=\"" + String.join(" ", turned) + "\"");
        assertThat(chen.page(PAGE)).doesNotContain("恢复通常的顺序", "??", "admin.settings.way");

        String done = posted(ordered(turned));

        assertThat(done).contains("改好了", "恢复通常的顺序");
        assertThat(preferred.of(SignedInAs.LM)).isEqualTo(turned);
        assertThat(done.indexOf("公众号模板消息")).isLessThan(done.indexOf("公众号一次性通知"));
        assertThat(posted(undo(done))).contains("改好了").doesNotContain("恢复通常的顺序");
        assertThat(preferred.of(SignedInAs.LM)).isEmpty();
        posted(ordered(turned));
        assertThat(posted(ordered(List.of()))).contains("改好了");
        assertThat(preferred.of(SignedInAs.LM)).isEmpty();
    }

    @Test
    void anOrderWithAnUnknownAMissingOrADoubledWayIsRefused() {
        var usual = usualWays.of(SignedInAs.LM);
        var unknown = new ArrayList<>(usual);
        unknown.set(0, "wechat.pigeon");
        var doubled = new ArrayList<>(usual);
        doubled.add(usual.getFirst());

        for (var wrong : List.of(unknown, usual.subList(1, usual.size()), doubled)) {
            assertThat(posted(ordered(wrong))).contains("没有改动");
        }
        assertThat(posted(Map.of("version", version(), "about", "ways"))).contains("没有改动");
        assertThat(preferred.of(SignedInAs.LM)).isEmpty();
    }

    @Test
    void whatCannotBeReadChangesNothingAndIsShownAgain() {
        String said = posted(Map.of("version", version(), "about", "unit", "id", "property", "hours", "mornings"));

        assertThat(said).contains("没有改动", "mornings", "aria-invalid");
        assertThat(posted(Map.of("version", version(), "about", "name", "name", " ")))
                .contains("没有改动");
        assertThat(posted(Map.of("version", version(), "about", "unit", "id", "nobody", "hours", "")))
                .contains("没有改动");
        assertThat(map().unit("property").orElseThrow().hours()).isNull();
    }

    @Test
    void whoeverLookedBeforeSomebodyElseChangedSomethingHasToLookAgain() {
        String old = version();
        String done = posted(Map.of("version", old, "about", "name", "name", "别名社区"));

        assertThat(posted(Map.of("version", old, "about", "name", "name", "又一个名字")))
                .contains("别人改过");
        assertThat(map().name()).isEqualTo("别名社区");
        posted(undo(done));
    }

    @Test
    void onlyAdministratorsComeIn() {
        var lin = signedIn("lin");
        lin.get(PAGE).expectStatus().isForbidden();
        lin.post(PAGE, Map.of("version", version(), "about", "name", "name", "林的社区"))
                .expectStatus()
                .isForbidden();
    }

    private Map<String, String> ordered(List<String> ways) {
        return Map.of("version", version(), "about", "ways", "ways", String.join(" ", ways));
    }

    private Map<String, String> undo(String page) {
        var form = new java.util.HashMap<String, String>();
        var inputs = HIDDEN.matcher(page.substring(page.indexOf("admin-undo"), page.indexOf("撤销")));
        while (inputs.find()) {
            if (!inputs.group(1).equals("_csrf")) {
                form.put(inputs.group(1), inputs.group(2));
            }
        }
        return form;
    }

    private String version() {
        return Long.toString(result(settings.now(SignedInAs.LM)).version());
    }

    private CommunityMap map() {
        return result(communities.map(SignedInAs.LM));
    }

    private String posted(Map<String, String> form) {
        return Objects.requireNonNull(chen.post(PAGE, form)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
