package org.linli.web.factor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.linli.Results.completed;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.math.BigInteger;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.linli.browser.Browser;
import org.linli.cases.web.SignedInAs;
import org.linli.community.StaffPasswords;
import org.linli.standin.WithStandIns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/// A member of the staff sets up an app and signs in with it, in a real browser.
@WithStandIns
@Tag("long")
@Timeout(120)
class SecondFactorBrowserIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    @BeforeEach
    @AfterEach
    void aPasswordWillDo() {
        SignedInAs.givePasswords(passwords, encoder);
        completed(database.sql("delete from factors.second where community_id = 'lm'")
                .then());
        completed(database.sql("delete from factors.required where community_id = 'lm'")
                .then());
    }

    @Test
    void aCodeIsSetUpOnThePhoneAndAskedForAtTheDesk() {
        var phone = signIn(BROWSER.phone(), "lin");
        phone.navigate(url("/desk/me"));
        look(phone, "me-factor-390");
        phone.locator("#for-factor").fill(SignedInAs.PASSWORD);
        phone.locator("button:has-text('开始用动态码')").click();
        look(phone, "factor-set-up-390");
        var totp = totp(phone.locator(".me-letters").textContent());
        phone.locator("#code").fill(code(totp, 0));
        phone.locator("main button.btn-primary").click();
        assertThat(phone.locator(".me-codes li")).hasCount(RecoveryCodes.HOW_MANY);
        look(phone, "factor-codes-390");

        var desk = signIn(BROWSER.desk(), "lin");
        assertThat(desk).hasURL(url("/desk/second-factor"));
        look(desk, "factor-1280");
        desk.locator("#code").fill("000 000 0");
        desk.locator("main button.btn-primary").click();
        assertThat(desk.locator(".alert-danger")).containsText("不对");
        look(desk, "factor-wrong-1280");
        desk.locator("#code").fill(code(totp, 1));
        desk.locator("main button.btn-primary").click();
        assertThat(desk).hasURL(url("/desk"));
        desk.navigate(url("/desk/me"));
        look(desk, "me-factor-1280");
    }

    @Test
    void aRoleThatNeedsOneIsLedThere() {
        var chen = signIn(BROWSER.desk(), "chen");
        chen.navigate(url("/desk/admin/staff"));
        chen.locator("summary:has-text('登录要动态码的角色')").click();
        chen.locator("input[value=GRID_WORKER][name=role]").check();
        chen.locator("form[action$='/desk/admin/second-factor'] button").click();
        assertThat(chen.locator(".alert-success")).containsText("从下次登录起算");
        look(chen, "staff-factor-1280");

        var desk = signIn(BROWSER.desk(), "lin");
        assertThat(desk).hasURL(url("/desk/second-factor"));
        look(desk, "factor-required-1280");
        var phone = signIn(BROWSER.phone(), "lin");
        look(phone, "factor-required-390");
        phone.locator("#code").fill(code(totp(phone.locator(".me-letters").textContent()), 0));
        phone.locator("main button.btn-primary").click();
        assertThat(phone.locator(".me-codes li")).hasCount(RecoveryCodes.HOW_MANY);
        phone.locator("main a.btn-primary").click();
        assertThat(phone).hasURL(url("/desk"));
    }

    private String code(Totp totp, int later) {
        return totp.code(Totp.step(clock.instant()) + later);
    }

    private static Totp totp(String letters) {
        var secret = BigInteger.ZERO;
        for (char letter : letters.toCharArray()) {
            secret = secret.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        return new Totp("%040x".formatted(secret));
    }

    private static void look(Page page, String name) {
        Browser.screenshot(page, name);
        Browser.assertFitsItsWidth(page);
        Browser.assertAccessible(page);
    }

    private Page signIn(BrowserContext context, String name) {
        var page = context.newPage();
        page.navigate(url("/sign-in"));
        page.locator("#username").fill(name);
        page.locator("#password").fill(SignedInAs.PASSWORD);
        page.locator("main button").click();
        page.waitForURL(url("/desk") + "**");
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
