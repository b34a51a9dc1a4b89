package org.linli.cases.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.linli.LinliTest;
import org.linli.browser.Browser;
import org.linli.channels.Address;
import org.linli.community.StaffPasswords;
import org.linli.dialogue.Teachable;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

/// The desk in a real browser, on the phone and in the office.
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.jobs.enabled=true"})
@Timeout(120)
class DeskBrowserIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

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
    void theDeskFitsAnOfficeScreen() {
        look(signIn(BROWSER.desk(), "chen"), "desk-1280");
    }

    @Test
    void theDeskFitsAPhone() {
        look(signIn(BROWSER.phone(), "chen"), "desk-390");
    }

    @Test
    void whatOneDoesAnotherSeesAtOnce() {
        var mine = signIn(BROWSER.desk(), "chen");
        var theirs = signIn(BROWSER.desk(), "chen");
        String number = mine.locator(".desk-list tr:has(.is-ASSIGNED) .desk-number")
                .first()
                .innerText();
        theirs.navigate(url("/desk?text=" + number));
        mine.navigate(url("/desk/cases/" + number));

        mine.locator(".case-acts details").first().locator("button").click();

        assertThat(mine.locator(".alert-success")).containsText("已接单");
        assertThat(theirs.locator(".desk-state")).containsText("办理中");
        open(mine, "答复居民");
        mine.locator("details[open] textarea").fill("师傅下午到");
        mine.locator("details[open] button").click();
        assertThat(mine.locator(".case-steps")).containsText("师傅下午到");
        Browser.screenshot(mine, "case-answered-1280");
    }

    @Test
    void wordsAreNotLostWithTheSession() {
        var desk = BROWSER.desk();
        var page = signIn(desk, "chen");
        page.locator(".desk-list tr:has(.is-ASSIGNED) .desk-what a").first().click();
        page.locator(".case-acts details").first().locator("button").click();
        assertThat(page.locator(".alert-success")).containsText("已接单");
        open(page, "答复居民");
        page.locator("details[open] textarea").fill("师傅下午到");

        desk.clearCookies();
        page.locator("details[open] button").click();

        assertThat(page.locator("#trouble")).containsText("请重新登录");
        assertThat(page.locator(".alert-success")).hasCount(0);
        page.evaluate("document.body.dispatchEvent(new CustomEvent('live:cases', {bubbles: true}))");
        assertThat(page.locator("#trouble")).containsText("请重新登录");
        assertThat(page.locator("details[open] textarea")).hasValue("师傅下午到");
        page.locator("details[open] textarea").fill("");
        open(page, "延期");
        page.locator("details[open] select").selectOption("5");
        page.evaluate("document.body.dispatchEvent(new CustomEvent('live:cases', {bubbles: true}))");
        assertThat(page.locator("#trouble")).containsText("请重新登录");
        page.locator("details[open] select").selectOption("1");
        page.evaluate("document.body.dispatchEvent(new CustomEvent('live:cases', {bubbles: true}))");
        page.waitForURL("**/sign-in");
    }

    @Test
    void whatSomebodyHasChosenStaysWhileAnotherWorksOnTheSameCase() {
        var mine = signIn(BROWSER.desk(), "chen");
        var theirs = signIn(BROWSER.desk(), "chen");
        String number = mine.locator(".desk-list tr:has(.is-IN_PROGRESS) .desk-number")
                .first()
                .innerText();
        mine.navigate(url("/desk/cases/" + number));
        theirs.navigate(url("/desk/cases/" + number));
        open(mine, "转办");
        var choice = mine.locator("details[open] select[name=unit]");
        choice.selectOption(new SelectOption().setIndex(1));
        String chosen = choice.inputValue();

        open(theirs, "答复居民");
        theirs.locator("details[open] textarea").fill("约了师傅明早来");
        theirs.locator("details[open] button").click();

        assertThat(mine.locator(".case-steps")).containsText("约了师傅明早来");
        assertThat(choice).hasValue(chosen);
    }

    @Test
    void whatIsRefusedIsStillOpenWithItsWords() {
        var page = signIn(BROWSER.desk(), "chen");
        page.locator(".desk-list tr:has(.is-IN_PROGRESS) .desk-what a").first().click();
        open(page, "办结");
        page.locator("details[open] textarea").fill("换了灯泡");
        page.locator("details[open] input[type=file]")
                .setInputFiles(new FilePayload("a.png", "image/png", "no picture".getBytes(StandardCharsets.UTF_8)));

        page.locator("details[open] button").click();

        assertThat(page.locator("main .alert-warning[role=alert]")).isVisible();
        assertThat(page.locator(".case-acts details[open] textarea")).hasValue("换了灯泡");
    }

    private static void open(Page page, String act) {
        var fold = page.locator(".case-acts details")
                .filter(new Locator.FilterOptions().setHas(page.locator("summary:text-is('" + act + "')")));
        if (fold.getAttribute("open") == null) {
            fold.locator("summary").click();
        }
    }

    @Test
    void theTeachingRoomFitsBothAndIsTaughtByKeyboard() {
        for (String key : List.of("browser-1", "browser-2")) {
            effects.commit(List.of(new Teachable(
                            SignedInAs.LM,
                            key,
                            Address.parse("webchat:lm:person:r18"),
                            "3栋2单元501的电梯咋还不好使" + key.charAt(key.length() - 1),
                            true,
                            "report.conduct",
                            .31,
                            null,
                            Teachable.Cause.NEARLY_HEARD,
                            Instant.now())))
                    .block();
        }
        aCandidateIsInUse();
        teach(signIn(BROWSER.phone(), "chen"), "teaching-390");
        teach(signIn(BROWSER.desk(), "chen"), "teaching-1280");
    }

    private void aCandidateIsInUse() {
        database.sql("truncate teaching.candidates").then().block();
        String counted = "{\"both\": 1100, \"onlyBefore\": 4, \"onlyAfter\": 25, \"neither\": 171}";
        database.sql("""
                        insert into teaching.candidates (community_id, id, state, asked_by, asked_at, lessons,
                            comparison, heard)
                        values ('lm', 'c-1', 'promoted', 'chen', now(), '{p-1}', '{"examples": %1$s, "groups": [
                            {"bar": 0.9, "silences": %1$s, "reports": %1$s}, {"bar": 0.5, "silences": %1$s,
                            "reports": %1$s}], "alarm": {"bar": 0.9, "silences": %1$s, "reports": %1$s},
                            "labels": [], "corrections": []}', 120)""".formatted(counted)).then().block();
    }

    private void teach(Page page, String name) {
        page.navigate(url("/desk/teaching"));
        assertThat(page.locator(".teaching-list")).containsText("3栋2单元000的电梯");
        Browser.assertFitsItsWidth(page);
        Browser.screenshot(page, name);
        Browser.assertAccessible(page);
        page.locator(".teaching-list > li:has-text('3栋2单元000') .teaching-quick button:has-text('电梯故障')")
                .first()
                .press("Enter");
        assertThat(page.locator(".alert-success")).containsText("已教 2 句：电梯故障");
        page.navigate(url("/desk/teaching/change"));
        assertThat(page.locator(".teaching-diff").first()).containsText("+      - 3栋2单元000的电梯咋还不好使");
        assertThat(page.locator(".teaching-table")).containsText("群里报修听见了（多说的群）");
        assertThat(page.locator("#candidates")).containsText("所有社区的小邻都跟着变");
        Browser.assertFitsItsWidth(page);
        Browser.screenshot(page, name.replace("teaching", "teaching-change"));
        Browser.assertAccessible(page);
        page.goBack();
        page.locator(".teaching-said button").press("Enter");
        assertThat(page.locator(".alert-success")).containsText("已放回 2 句");
    }

    private void look(Page page, String name) {
        assertThat(page.locator(".desk-list tbody tr").first()).isVisible();
        Browser.assertFitsItsWidth(page);
        Browser.screenshot(page, name);
        Browser.assertAccessible(page);
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("#case-head")).isVisible();
        Browser.assertFitsItsWidth(page);
        Browser.screenshot(page, name.replace("desk", "case"));
        Browser.assertAccessible(page);
        page.navigate(url("/desk/trouble"));
        Browser.screenshot(page, name.replace("desk", "trouble"));
        Browser.assertFitsItsWidth(page);
        Browser.assertAccessible(page);
    }

    private Page signIn(BrowserContext visitor, String staff) {
        var page = visitor.newPage();
        page.navigate(url("/sign-in"));
        page.locator("[name=username]").fill(staff);
        page.locator("[name=password]").fill(SignedInAs.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/desk");
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
