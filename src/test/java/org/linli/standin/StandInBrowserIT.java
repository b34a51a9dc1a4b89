package org.linli.standin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.browser.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A developer plays platforms in a browser, by clicking.
@WithStandIns
@Tag("long")
class StandInBrowserIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    StandIns standIns;

    @AfterEach
    void behave() {
        standIns.all().forEach(it -> it.server().behave());
    }

    @ParameterizedTest
    @CsvSource({"wechat, 11, page", "wecom, 12, slow", "wecom-kf, 13, hang", "wecom-contact, 14, hang-up"})
    void aPlatformMisbehavesAsItIsToldByAClickAndBehavesAgain(String platform, long code, String how) {
        var page = BROWSER.desk().newPage();
        page.navigate("http://localhost:" + port + "/stand-in/" + platform);
        page.locator("[name=code]").fill(Long.toString(code));

        click(page, "code");
        assertThat(page.locator("#now .alert")).containsText("返回错误码");
        org.assertj.core.api.Assertions.assertThat(now(platform)).isEqualTo(new Mischief.Refuses(code));

        click(page, how);
        assertThat(page.locator("#now .alert")).not().containsText("返回错误码");
        org.assertj.core.api.Assertions.assertThat(Misbehave.word(now(platform)))
                .isEqualTo(how);

        click(page, "behave");
        assertThat(page.locator("#now .alert")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(Misbehave.word(now(platform)))
                .isEmpty();
    }

    @Test
    void whatIsTypedIsSaidByWhomWasChosenAndFitsAPhone() {
        var page = BROWSER.phone().newPage();
        page.navigate("http://localhost:" + port + "/stand-in/wecom-kf");
        page.locator("[name=text]").fill("您好，请问物业电话多少");
        page.locator("#play button").click();

        assertThat(page.locator("#now .standin-phone")).containsText("请问物业电话多少");
        assertThat(page.locator("#play [name=text]")).hasValue("");
        Browser.screenshot(page, "stand-in-390");
        Browser.assertFitsItsWidth(page);
    }

    private static void click(Page page, String how) {
        page.locator(".standin-mischief button[value=" + how + "]").click();
    }

    private @Nullable Mischief now(String platform) {
        return standIns.named(platform).orElseThrow().server().mischief().get(StandInServer.EVERYWHERE);
    }
}
