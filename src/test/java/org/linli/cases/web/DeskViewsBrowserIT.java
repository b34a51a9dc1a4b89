package org.linli.cases.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.linli.LinliTest;
import org.linli.browser.Browser;
import org.linli.community.StaffPasswords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

/// The other ways to look at cases, and what staff arranges for itself.
@LinliTest
@Tag("long")
@TestPropertySource(properties = {"linli.demo=true", "linli.jobs.enabled=true"})
@Timeout(120)
class DeskViewsBrowserIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @BeforeEach
    void staffCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
    }

    @Test
    void boardAndBuildingsFitAPhone() {
        views(signIn(BROWSER.phone()), "390");
    }

    @Test
    void aListIsKeptUnderANameAndUsedByKeyboardAtTheOfficeDesk() {
        var page = signIn(BROWSER.desk());
        views(page, "1280");
        page.navigate(url("/desk?unit=property"));
        page.locator(".desk-save summary").click();
        page.locator(".desk-save input[name=name]").fill("物业的");
        page.locator(".desk-save button").click();
        assertThat(page.locator(".desk-saved a[aria-current]")).hasText("物业的");
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("下一件");
        page.keyboard().press("Escape");
        Browser.screenshot(page, "desk-saved-1280");
        page.navigate(url("/desk"));
        page.locator(".desk-saved a").click();
        assertThat(page.locator(".desk-filter select[name=unit]")).hasValue("property");
        page.locator(".desk-saved button").click();
        assertThat(page.locator(".desk-saved")).hasCount(0);
    }

    @Test
    void severalAreDoneTogetherByKeyboardAndUndone() {
        var page = signIn(BROWSER.desk());
        page.navigate(url("/desk?unit=property"));
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("#together-count")).containsText("2");
        page.locator("#together [name=words]").fill("请网格员先看一眼");
        page.locator("#together [name=unit]").selectOption("grid-1");
        Browser.screenshot(page, "desk-together-1280");
        Browser.assertAccessible(page);
        page.locator("#together button[value=pass-on]").click();
        assertThat(page.locator(".alert-success")).containsText("办好了 2 件");
        Browser.screenshot(page, "desk-together-done-1280");
        Browser.assertAccessible(page);
        page.locator(".alert-success button").click();
        assertThat(page.locator(".alert-info")).containsText("撤销了 2 件");
        page.navigate(url("/desk?unit=property"));
        assertThat(page.locator(".desk-list tbody tr").nth(1)).isVisible();
    }

    @Test
    void onAPhoneFiltersLieBehindAButtonWhereNoneIsChosen() {
        var page = signIn(BROWSER.phone());
        page.navigate(url("/desk"));
        var unit = page.locator(".desk-filter [name=unit]");
        assertThat(unit).not().isVisible();
        Browser.screenshot(page, "desk-folded-390");
        page.locator(".desk-filter .linli-fold").click();
        unit.selectOption("property");
        page.waitForURL("**unit=property**");
        page.reload();
        assertThat(unit).isVisible();
    }

    @Test
    void onAPhoneTheWaysToOtherPagesLieBehindOneButton() {
        var page = signIn(BROWSER.phone());
        var menu = page.locator(".linli-bar .linli-fold");
        var notices = page.locator(".linli-nav a[href='/desk/notices']");
        assertThat(notices).not().isVisible();
        menu.click();
        Browser.assertAccessible(page);
        Browser.screenshot(page, "desk-menu-390");
        notices.click();
        assertThat(page.locator("h1")).containsText("通知");
        assertThat(notices).not().isVisible();
        var office = signIn(BROWSER.desk());
        assertThat(office.locator(".linli-nav a[href='/desk/notices']")).isVisible();
        assertThat(office.locator(".linli-bar .linli-fold")).not().isVisible();
    }

    @Test
    void anAbsenceIsEnteredOnAPhone() {
        var page = signIn(BROWSER.phone());
        Browser.assertFitsItsWidth(page);
        page.navigate(url("/desk/people"));
        page.locator("summary:has-text('登记请假')").click();
        page.locator("[name=staff]").selectOption("lin");
        page.locator("[name=substitute]").selectOption("xu");
        look(page, "desk-people-390");
        page.locator("form button:has-text('登记请假')").click();
        assertThat(page.locator(".people-away")).containsText("徐慧代班");
        page.locator(".people button:has-text('取消请假')").click();
        assertThat(page.locator(".people-away")).hasCount(0);
    }

    @Test
    void whatSomebodyAwayHasInHandIsHandedOverByOneTapAndTakenBack() {
        var page = signIn(BROWSER.phone());
        page.navigate(url("/desk?unit=property"));
        page.locator(".desk-list tbody tr:not(:has(.desk-priority)) a").first().click();
        page.locator("summary:has-text('交给谁办')").click();
        page.locator("select[name=member]").selectOption(new SelectOption().setIndex(1));
        page.locator("button:has-text('交给谁办')").click();
        assertThat(page.locator("#case-history")).containsText("交接");
        // the history is live and may be there before the new page is, whose forms are closed
        assertThat(page.locator("details[open]:has(summary:has-text('交给谁办'))")).hasCount(0);
        page.locator("summary:has-text('定紧急程度')").click();
        page.locator("select[name=priority]").selectOption("URGENT");
        page.locator("form[action$='/prioritise'] textarea").fill("家里有卧床的老人");
        look(page, "desk-prioritise-390");
        page.locator("form[action$='/prioritise'] button").click();
        assertThat(page.locator("h1 .desk-priority")).hasText("加急");
        page.navigate(url("/desk?priority=urgent"));
        assertThat(page.locator(".desk-list .desk-priority").first()).hasText("加急");
        look(page, "desk-urgent-390");

        page.navigate(url("/desk/people"));
        page.locator("summary:has-text('登记请假')").click();
        page.locator("[name=staff]").selectOption("lin");
        page.locator("form button:has-text('登记请假')").click();
        assertThat(page.locator(".people-hand-over")).containsText("交给");
        look(page, "desk-hand-over-390");
        page.navigate(url("/desk"));
        assertThat(page.locator(".alert-warning")).containsText("没交接");
        page.navigate(url("/desk/people"));
        page.locator(".people-hand-over button").click();
        assertThat(page.locator(".alert-success")).containsText("办好了");
        page.locator(".alert-success button").click();
        assertThat(page.locator(".alert-info")).containsText("撤销了");
        page.navigate(url("/desk/people"));
        page.locator(".people button:has-text('取消请假')").click();
        assertThat(page.locator(".people-away")).hasCount(0);
    }

    private void views(Page page, String width) {
        page.navigate(url("/desk/board"));
        assertThat(page.locator(".board section")).hasCount(5);
        look(page, "desk-board-" + width);
        page.navigate(url("/desk/buildings"));
        look(page, "desk-buildings-" + width);
        page.locator(".places a.is-some, .places a.is-late").first().click();
        assertThat(page.locator(".dot").first()).isVisible();
        page.navigate(url("/desk/buildings/b3"));
        look(page, "desk-building-" + width);
    }

    private static void look(Page page, String name) {
        Browser.assertFitsItsWidth(page);
        Browser.screenshot(page, name);
        Browser.assertAccessible(page);
    }

    private Page signIn(BrowserContext visitor) {
        var page = visitor.newPage();
        page.navigate(url("/sign-in"));
        page.locator("[name=username]").fill("chen");
        page.locator("[name=password]").fill(SignedInAs.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/desk");
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
