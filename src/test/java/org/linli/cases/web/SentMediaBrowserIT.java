package org.linli.cases.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
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

/// From the picture in a resident's chat to the picture on the desk.
@LinliTest
@Tag("long")
@TestPropertySource(properties = {"linli.demo=true", "linli.jobs.enabled=true"})
@Timeout(120)
class SentMediaBrowserIT {

    private static final Pattern NUMBER = Pattern.compile("LM-\\d{4}-\\d{6}");

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
    void aPictureSentBeforeTheWordsIsOnTheCasePage() throws IOException {
        String number = reported();

        for (var visitor : new BrowserContext[] {BROWSER.desk(), BROWSER.phone()}) {
            var page = signIn(visitor);
            page.navigate(url("/desk/cases/" + number));
            assertThat(page.locator("#case-history .sent-picture img")).hasCount(1);
            page.waitForCondition(() -> Boolean.TRUE.equals(
                    page.locator("#case-history .sent-picture img").evaluate("it => it.naturalWidth > 0")));
            page.locator("#case-history .sent-picture img").scrollIntoViewIfNeeded();
            Browser.screenshot(page, "case-sent-" + page.viewportSize().width);
            Browser.assertFitsItsWidth(page);
            Browser.assertAccessible(page);
        }
    }

    private String reported() throws IOException {
        var chat = BROWSER.phone().newPage();
        chat.navigate(url("/chat"));
        chat.locator("#picture").setInputFiles(new FilePayload("lamp.png", "image/png", painting()));
        assertThat(chat.locator("#log")).containsText("照片收到了");
        chat.locator("#text").fill("小超市门口的路灯不亮了，晚上看不见台阶");
        chat.locator("#text").press("Enter");
        assertThat(chat.locator("#log")).containsText(NUMBER);
        var number = NUMBER.matcher(chat.locator("#log").innerText());
        number.find();
        return number.group();
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

    private static byte[] painting() throws IOException {
        var image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0x30475e));
        graphics.fillRect(0, 0, 800, 600);
        graphics.setColor(new Color(0xf2a365));
        graphics.fillOval(330, 120, 140, 140);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
