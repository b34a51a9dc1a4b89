package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.linli.browser.Browser;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// The shell as people see it, on a phone and on an office PC.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
@Timeout(180)
class PagesTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/sign-in?wrong", "/webjars/nothing-here"})
    void aPageCanBeReadByEverybody(String path) {
        mustBeReadable(BROWSER.phone(), path, "phone");
        mustBeReadable(BROWSER.desk(), path, "desk");
    }

    @Test
    void aWrongPasswordIsSaidOnThePage() {
        var page = open(BROWSER.phone(), "/sign-in");
        page.fill("#username", "fang");
        page.fill("#password", "not-this-one");
        page.click("main button");

        assertThat(page.locator("[role=alert].alert")).hasText("账号或密码不对，请再试一次。");
    }

    private void mustBeReadable(BrowserContext visitor, String path, String device) {
        var complaints = new ArrayList<String>();
        visitor.onConsoleMessage(it -> complaints.add(it.text()));
        var page = open(visitor, path);

        Browser.screenshot(page, "web" + path.replaceAll("\\W", "-") + "-" + device);
        Browser.assertAccessible(page);
        Browser.assertFitsItsWidth(page);
        assertThat(complaints).noneMatch(it -> it.contains("Content Security Policy"));
    }

    private Page open(BrowserContext visitor, String path) {
        visitor.setDefaultTimeout(60_000);
        var page = visitor.newPage();
        page.navigate("http://localhost:" + port + path);
        return page;
    }
}
