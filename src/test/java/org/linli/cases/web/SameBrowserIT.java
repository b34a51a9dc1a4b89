package org.linli.cases.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.linli.LinliTest;
import org.linli.browser.Browser;
import org.linli.cases.Neighbour;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.StaffPasswords;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

/// Cases about the same problem and call-backs in a real browser, on the phone and in the office.
@LinliTest
@Tag("long")
@TestPropertySource(properties = {"linli.demo=true", "linli.jobs.enabled=true"})
@Timeout(120)
class SameBrowserIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Communities communities;

    @Autowired
    ReportCase reportCase;

    @Autowired
    Effects effects;

    @Autowired
    Clock clock;

    @BeforeEach
    void staffCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
    }

    @Test
    void twoCasesAreMergedAndTakenApartByHand() {
        String first = report("report.greening", "樟树枝条压着晾衣杆", "r18");
        String second = report("report.facility", "晾衣杆被压弯了没人管", "r17");
        var page = signIn(BROWSER.desk());
        page.navigate(url("/desk/cases/" + second));
        page.locator("#case-same summary").first().click();
        page.locator("#case-same input[name=other]").fill(first);
        look(page, "same-merge-1280");

        page.locator("#case-same details[open] button").click();

        assertThat(page.locator(".alert-success")).containsText("已并成一件");
        look(page, "same-took-in-1280");
        var phone = signIn(BROWSER.phone());
        phone.navigate(url("/desk/cases/" + second));
        assertThat(phone.locator(".case-rests")).containsText(first);
        look(phone, "same-rests-390");
        phone.locator(".case-rests button").click();
        assertThat(phone.locator(".alert-success")).containsText("已拆开");
    }

    @Test
    void callBacksFitBoth() {
        for (var page : List.of(signIn(BROWSER.phone()), signIn(BROWSER.desk()))) {
            page.navigate(url("/desk/callbacks"));
            assertThat(page.locator("h1")).containsText("电话回访");
            look(page, "callbacks-" + page.viewportSize().width);
        }
    }

    private static void look(Page page, String name) {
        Browser.assertFitsItsWidth(page);
        Browser.screenshot(page, name);
        Browser.assertAccessible(page);
    }

    private String report(String label, String words, String resident) {
        var map = Objects.requireNonNull(communities.map(SignedInAs.LM).block());
        var address = Address.parse("webchat:lm:person:" + resident);
        var report = new Report(
                SignedInAs.LM,
                UUID.randomUUID().toString(),
                label,
                map.place("b4").orElseThrow(),
                "",
                words,
                List.of(),
                new Neighbour(resident, address, null, address),
                clock.instant());
        var answer = Objects.requireNonNull(reportCase.report(report).block());
        effects.commit(answer.effects()).block();
        return Objects.requireNonNull(answer.facts().get("number"));
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
