package org.linli.administration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.linli.browser.Browser;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.community.StaffPasswords;
import org.linli.platform.database.Effects;
import org.linli.rights.OwnDoor;
import org.linli.standin.WithStandIns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;

/// An administrator takes on somebody, who then chooses a password, in a real browser.
@WithStandIns
@Tag("long")
@Timeout(120)
class AdministrationBrowserIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Effects effects;

    @BeforeEach
    void staffCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
    }

    @Test
    void somebodyIsTakenOnAndChoosesAPasswordOfTheirOwn() {
        var chen = signIn(BROWSER.desk(), "chen", SignedInAs.PASSWORD);
        chen.navigate(url("/desk/admin"));
        look(chen, "overview-1280");
        chen.navigate(url("/desk/me"));
        look(chen, "me-1280");
        chen.navigate(url("/desk/admin"));
        chen.locator("a[href='/desk/admin/staff']").click();
        chen.locator("summary:has-text('添加')").click();
        chen.locator("input[name=name]").fill("文静");
        chen.locator("input[name=id]").fill("wenjing");
        chen.locator("main select[name=unit]").first().selectOption(new SelectOption().setValue("grid-1"));
        chen.locator("main form button.btn-primary").click();
        String given = chen.locator(".admin-secret").textContent();
        look(chen, "staff-1280");

        var newcomer = signIn(BROWSER.phone(), "wenjing", given);
        assertThat(newcomer).hasURL(url("/desk/first-password"));
        look(newcomer, "first-password-390");
        newcomer.locator("#password").fill("春天去看老槐树 2026");
        newcomer.locator("#again").fill("春天去看老槐树 2026");
        newcomer.locator("main button").click();
        assertThat(newcomer.locator(".alert-success")).containsText("新密码");
    }

    @Test
    void aFileIsReviewedBeforeItIsImported() {
        var chen = signIn(BROWSER.desk(), "chen", SignedInAs.PASSWORD);
        chen.navigate(url("/desk/admin/community"));
        String yaml = "community: {id: lm}\nplaces:\n  - {id: b3, kind: building, name: 三栋, parent: s1}\n";
        chen.locator("input[name=file]")
                .setInputFiles(new FilePayload("lm.yaml", "application/yaml", yaml.getBytes(StandardCharsets.UTF_8)));
        chen.locator("main form[enctype] button").click();
        assertThat(chen.locator(".alert-success")).containsText("还没有改动");
        look(chen, "admin-review-1280");
        chen.navigate(url("/desk/audit"));
        look(chen, "audit-1280");
        chen.navigate(url("/api/v1"));
        look(chen, "api-1280");
    }

    @Test
    void aPlaceIsClosedWhereNothingHangs() {
        var chen = signIn(BROWSER.desk(), "chen", SignedInAs.PASSWORD);
        chen.navigate(url("/desk/admin/places?place=b3"));
        chen.locator("summary:has-text('停用')").click();
        look(chen, "place-1280");
        chen.locator("form[action$='/close'] button").click();
        assertThat(chen.locator(".admin-problems a[href='/desk/residents']")).containsText("位");
        look(chen, "place-hanging-1280");

        var phone = signIn(BROWSER.phone(), "chen", SignedInAs.PASSWORD);
        phone.navigate(url("/desk/admin/places?place=b6-1-1802"));
        phone.locator("summary:has-text('停用')").click();
        phone.locator("form[action$='/close'] button").click();
        assertThat(phone.locator(".alert-success")).containsText("还没有改动");
        look(phone, "place-review-390");
        phone.locator("form[action$='/community/import'] button").click();
        phone.navigate(url("/desk/admin/places?place=b3"));
        phone.locator("form[action$='/close'] button")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        look(phone, "place-390");
        phone.locator("form[action$='/reopen'] button").click();
        phone.locator("form[action$='/community/import'] button").click();
        assertThat(phone.locator(".alert-success")).containsText("生效");
        phone.navigate(url("/desk/notices/new"));
        look(phone, "notice-write-390");
        chen.navigate(url("/desk/hotline"));
        chen.locator(".hotline-push summary").click();
        look(chen, "hotline-push-1280");
    }

    @Test
    void somebodyIsBoundAtWecomAndSignsInByScanning() {
        var chen = signIn(BROWSER.desk(), "chen", SignedInAs.PASSWORD);
        chen.navigate(url("/desk/admin/staff"));
        var qian = chen.locator("li[data-staff=qian]");
        qian.locator("summary").click();
        look(chen, "staff-elsewhere-1280");
        qian.locator("input[name=subject]").fill("qian");
        qian.locator("form[action$=elsewhere] button").click();
        assertThat(chen.locator(".alert-success")).containsText("登录账号已经存好");

        var desk = BROWSER.desk().newPage();
        desk.navigate(url("/sign-in?unbound"));
        look(desk, "sign-in-1280");
        var phone = BROWSER.phone().newPage();
        phone.navigate(url("/sign-in"));
        look(phone, "sign-in-390");
        phone.locator("a[href$='/sign-in/with/wecom']").click();
        phone.locator("a:has-text('钱永福')").click();
        phone.waitForURL(url("/desk") + "**");
    }

    @Test
    void aShorterTimeIsConfirmedAndTakenBack() {
        var chen = signIn(BROWSER.desk(), "chen", SignedInAs.PASSWORD);
        chen.navigate(url("/desk/admin/retention"));
        look(chen, "retention-1280");
        choose(chen, "60");
        assertThat(chen.locator(".alert form")).containsText("从 90 天缩短到 60 天");
        look(chen, "retention-confirm-1280");
        chen.locator("button:has-text('确认缩短')").click();
        assertThat(chen.locator(".alert-success")).containsText("改好了");
        look(chen, "retention-changed-1280");

        var phone = signIn(BROWSER.phone(), "chen", SignedInAs.PASSWORD);
        phone.navigate(url("/desk/admin/retention"));
        choose(phone, "7");
        assertThat(phone.locator("#wrong-letters")).containsText("30 到 365");
        look(phone, "retention-wrong-390");
        phone.locator("li[data-kind=letters] button:has-text('恢复默认')").click();
        assertThat(phone.locator(".alert-success")).containsText("从 60 天改成 90 天");
        choose(phone, "30");
        look(phone, "retention-confirm-390");
    }

    private static void choose(Page page, String days) {
        var letters = page.locator("li[data-kind=letters]");
        letters.locator("input[name=days]:visible").fill(days);
        letters.locator("button:has-text('改成这么多天')").click();
    }

    @Test
    void aResidentSeesWhatIsKeptAndStaffActsForThem() {
        for (var width : Map.of("390", BROWSER.phone(), "1280", BROWSER.desk()).entrySet()) {
            var own = width.getValue().newPage();
            own.navigate(url(door("door-" + width.getKey())));
            look(own, "own-door-" + width.getKey());
            own.locator("main button").click();
            assertThat(own).hasURL(url("/my/data"));
            own.locator("summary").first().click();
            look(own, "own-data-" + width.getKey());

            var chen = signIn(width.getValue(), "chen", SignedInAs.PASSWORD);
            chen.navigate(url("/desk/rights?resident=r01"));
            look(chen, "rights-" + width.getKey());
            chen.locator("input[name=reason]").fill("书面申请，没有勾选");
            chen.evaluate("document.querySelector('main form[action$=erase]').noValidate = true");
            chen.locator("main .is-danger").click();
            assertThat(chen.locator(".rights-told")).containsText("没有删");
        }
    }

    /// A link of a neighbour's own.
    private String door(String secret) {
        var neighbour = new Account.Person(SignedInAs.LM, Address.parse("webchat:lm:person:r01"));
        effects.commit(List.of(new OwnDoor(neighbour, secret, Instant.now().plusSeconds(600))))
                .block();
        return "/my/door/lm/" + secret;
    }

    @Test
    void everyPageFitsThePhone() {
        var chen = signIn(BROWSER.phone(), "chen", SignedInAs.PASSWORD);
        for (String page : List.of("", "/staff", "/roles", "/community", "/keys", "/webhooks", "/retention")) {
            chen.navigate(url("/desk/admin" + page));
            look(chen, "admin" + page.replace('/', '-') + "-390");
        }
        chen.navigate(url("/desk/me"));
        look(chen, "me-390");
    }

    private static void look(Page page, String name) {
        Browser.screenshot(page, name);
        Browser.assertFitsItsWidth(page);
        Browser.assertAccessible(page);
    }

    private Page signIn(BrowserContext visitor, String name, String password) {
        var page = visitor.newPage();
        page.navigate(url("/desk"));
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("main button").click();
        page.waitForURL(url("/desk") + "**");
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
