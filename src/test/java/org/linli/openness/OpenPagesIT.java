package org.linli.openness;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.linli.LinliTest;
import org.linli.browser.Browser;
import org.linli.cases.web.SignedInAs;
import org.linli.community.StaffPasswords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

/// What is shown to everybody, and the desks behind it, on a phone and on an office screen.
@LinliTest
@Tag("long")
@TestPropertySource(properties = {"linli.demo=true", "linli.jobs.enabled=true"})
@Timeout(180)
class OpenPagesIT {

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
    void everybodyReadsTheListAndTheGuide() {
        for (var visitor : List.of(BROWSER.phone(), BROWSER.desk())) {
            var page = visitor.newPage();
            look(page, "/open/lm", "open");
            assertThat(page.locator(".open-list > li").first()).isVisible();
            look(page, "/open311", "open311-guide");
        }
    }

    @Test
    void theDesksBehindItFit() {
        for (var visitor : List.of(BROWSER.phone(), BROWSER.desk())) {
            var page = signIn(visitor);
            look(page, "/desk/open", "desk-open");
            look(page, "/desk/open311", "desk-open311");
            look(page, "/desk/audit?verify=true", "desk-audit");
            look(page, "/desk/long-list?state=all&priority=urgent", "desk-long-list");
            look(page, "/desk/ledgers", "desk-ledgers");
            page.locator("form[action='/desk/ledgers/month'] button").click();
            assertThat(page.locator("#orders a.btn-primary").first()).isVisible();
        }
    }

    private void look(Page page, String path, String name) {
        page.navigate("http://localhost:" + port + path);
        Browser.screenshot(page, name + "-" + page.viewportSize().width);
        Browser.assertFitsItsWidth(page);
        Browser.assertAccessible(page);
    }

    private Page signIn(BrowserContext visitor) {
        var page = visitor.newPage();
        page.navigate("http://localhost:" + port + "/sign-in");
        page.locator("[name=username]").fill("chen");
        page.locator("[name=password]").fill(SignedInAs.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/desk");
        return page;
    }
}
