package org.linli.notices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
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

/// Writing a notice on an office screen.
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.jobs.enabled=true"})
@Timeout(240)
class NoticesIT {

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
    void aNoticeIsWrittenFromATemplateAndCountedAndSaysWhatIsMissing() {
        var page = signIn(BROWSER.desk());
        page.navigate(at("/desk/notices"));
        look(page, "notices-list");
        page.getByText("停水通知").first().click();
        write(page);
        look(page, "notices-faults");
    }

    /// With what the template wants filled in.
    private void write(Page page) {
        page.locator("[data-word='阳光里 3栋']").click();
        assertThat(page.locator("#counted")).containsText("9 人");
        look(page, "notices-write");
        page.locator("form.notices-form > .btn-primary").click();
        assertThat(page.locator(".notices-faults")).containsText("还没有换成实际内容");
    }

    private void look(Page page, String name) {
        Browser.screenshot(page, name + "-" + page.viewportSize().width);
        Browser.assertFitsItsWidth(page);
        Browser.assertAccessible(page);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private Page signIn(BrowserContext visitor) {
        var page = visitor.newPage();
        page.navigate(at("/sign-in"));
        page.locator("[name=username]").fill("chen");
        page.locator("[name=password]").fill(SignedInAs.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/desk");
        return page;
    }
}
