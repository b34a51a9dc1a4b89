package org.linli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.linli.browser.Browser.assertAccessible;
import static org.linli.browser.Browser.assertFitsItsWidth;
import static org.linli.browser.Browser.screenshot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.linli.LinliTest;
import org.linli.browser.Browser;
import org.linli.web.FirstStart;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/// A resident writes in the building group; staff sees the case, solves it; the resident rates it.
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.jobs.enabled=true"})
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // others change the password of the first start
@Timeout(180)
class ReportToRatingBrowserIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Pattern NUMBER = Pattern.compile("LM-\\d{4}-\\d{6}");
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private static final LocatorAssertions.HasCountOptions FOR_A_WHILE =
            new LocatorAssertions.HasCountOptions().setTimeout(30_000);

    @LocalServerPort
    int port;

    @Autowired
    FirstStart firstStart;

    private Page group;
    private Page desk;

    @BeforeEach
    void twoPeopleAtTheirScreens() {
        group = BROWSER.phone().newPage();
        desk = BROWSER.desk().newPage();
    }

    @Test
    void aReportInTheGroupIsSolvedAtTheDeskAndRatedByTheResident() {
        group.navigate(address("/groups/b3"));
        group.locator(".person label").first().click();
        say(group, "大家早上好呀");
        say(group, "三栋二单元的楼道灯不亮了，晚上黑灯瞎火的老人下楼太危险");
        String number = numberIn(log(group));
        screenshot(group, "story-group");
        assertFitsItsWidth(group);

        signIn();
        desk.navigate(address("/desk"));
        assertAccessible(desk);
        screenshot(desk, "story-desk");
        desk.navigate(address("/desk/cases/" + number));
        assertThat(desk.locator("main")).containsText("楼道灯不亮了");
        act("接单", "");
        screenshot(desk, "story-case");
        act("办结", "灯泡和感应器都换了新的，晚上试过亮了");
        assertThat(desk.locator("#case-head")).containsText("办结", PATIENTLY);

        assertThat(log(group).locator("[data-speaker='']")).hasCount(3, FOR_A_WHILE);
        assertThat(log(group).locator("[data-speaker='']").last()).containsText(number);
        screenshot(group, "story-resolved");
        say(group, "5分 修得真快");
        screenshot(group, "story-rated");
        assertThat(log(group).locator("[data-speaker='']")).hasCount(4, FOR_A_WHILE);
        assertThat(desk.locator("#case-head")).containsText("5", PATIENTLY);
        assertThat(desk.locator("#case-history")).containsText("修得真快", PATIENTLY);
    }

    @Test
    void aConcernThatIsNoReportIsLeftAlone() {
        group.navigate(address("/groups/b1"));
        group.locator(".person label").first().click();
        say(group, "哈哈哈今天天气真好，谁去跳广场舞");
        say(group, "1栋电梯又坏了，一直卡在3楼没人管");

        numberIn(log(group));
        assertThat(log(group).locator("[data-speaker='']")).hasCount(1);
    }

    private void signIn() {
        var given = firstStart.given().orElseThrow();
        desk.navigate(address("/sign-in"));
        desk.locator("#username").fill(given.name());
        desk.locator("#password").fill(given.password());
        desk.locator("main form button").click();
        desk.waitForURL(Pattern.compile(".*/desk.*"));
    }

    private void act(String name, String words) {
        var form = desk.locator("details", new Page.LocatorOptions().setHasText(name))
                .first();
        if (form.getAttribute("open") == null) {
            form.locator("summary").click();
        }
        if (!words.isEmpty()) {
            form.locator("textarea").fill(words);
        }
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
        assertThat(desk.locator(".alert-success")).isVisible();
    }

    private static void say(Page talk, String words) {
        talk.locator("#text").fill(words);
        talk.locator(".send").click();
        assertThat(log(talk)).containsText(words.substring(0, 6), PATIENTLY);
    }

    private static String numberIn(Locator log) {
        assertThat(log).containsText(NUMBER, PATIENTLY);
        var found = NUMBER.matcher(log.innerText());
        org.assertj.core.api.Assertions.assertThat(found.find()).isTrue();
        return found.group();
    }

    private static Locator log(Page talk) {
        return talk.locator("#log");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
