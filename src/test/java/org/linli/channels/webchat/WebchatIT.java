package org.linli.channels.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.linli.browser.Browser.assertAccessible;
import static org.linli.browser.Browser.assertFitsItsWidth;
import static org.linli.browser.Browser.screenshot;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.linli.LinliTest;
import org.linli.browser.Browser;
import org.linli.channels.Address;
import org.linli.channels.Outbound;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// The pages as people see them.
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.channels.webchat.lines-a-minute=500"})
@Import(KeptMessages.class)
@Timeout(120)
class WebchatIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocatorAssertions.HasCountOptions PATIENTLY =
            new LocatorAssertions.HasCountOptions().setTimeout(20_000);

    @LocalServerPort
    private int port;

    @Autowired
    private WebchatChannel channel;

    @Autowired
    private KeptMessages inbox;

    @Test
    void whatIsWrittenIsThereOnceAlsoAfterAReload() {
        var page = open(BROWSER.phone(), "/chat");
        write(page, "3栋电梯坏了");
        assertThat(bubbles(page, "3栋电梯坏了")).hasCount(1, PATIENTLY);
        assertThat(page.locator(".state")).hasCount(0, PATIENTLY);

        page.reload();

        assertThat(bubbles(page, "3栋电梯坏了")).hasCount(1, PATIENTLY);
        page.waitForTimeout(1000);
        assertThat(page.locator(".line")).hasCount(1);
    }

    @Test
    void whatIsWrittenWithoutAConnectionGoesOutOnceItIsBack() {
        var visitor = BROWSER.phone();
        var page = open(visitor, "/chat");
        visitor.setOffline(true);
        write(page, "断网时写的话");
        assertThat(page.locator("button.state")).containsText("未送达");
        screenshot(page, "webchat-offline-390");
        assertAccessible(page);

        visitor.setOffline(false);

        assertThat(page.locator(".state")).hasCount(0, PATIENTLY);
        assertThat(bubbles(page, "断网时写的话")).hasCount(1);
        page.reload();
        assertThat(bubbles(page, "断网时写的话")).hasCount(1, PATIENTLY);
    }

    @Test
    void whatWasNotSentIsSentAfterAReload() {
        var page = open(BROWSER.phone(), "/chat");
        inbox.outOfOrder = true;
        write(page, "系统忙的时候写的");
        assertThat(page.locator("button.state")).hasCount(1, PATIENTLY);
        page.reload();
        inbox.outOfOrder = false;

        assertThat(bubbles(page, "系统忙的时候写的")).hasCount(1, PATIENTLY);
        assertThat(page.locator(".state")).hasCount(0, PATIENTLY);
        org.assertj.core.api.Assertions.assertThat(inbox.messages)
                .anyMatch(it -> it.content().equals(new org.linli.channels.Content.Text("系统忙的时候写的")));
    }

    @Test
    void oneRepliesToALineByATapAndEverybodySeesToWhich() {
        var page = open(BROWSER.phone(), "/chat");
        write(page, "3栋电梯坏了");
        assertThat(page.locator(".state")).hasCount(0, PATIENTLY);
        bubbles(page, "3栋电梯坏了").click();
        page.locator(".line.picked .reply").click();
        assertThat(page.locator("#reply .quoted")).hasText("我：3栋电梯坏了");
        screenshot(page, "webchat-reply-390");
        assertFitsItsWidth(page);
        assertAccessible(page);

        write(page, "修好了");

        assertThat(page.locator(".line .quoted")).hasText("我：3栋电梯坏了");
        assertThat(page.locator("#reply")).isHidden();
        assertThat(page.locator(".state")).hasCount(0, PATIENTLY);
        page.reload();
        assertThat(page.locator(".line .quoted")).hasText("我：3栋电梯坏了");
        screenshot(page, "webchat-replied-390");
        assertAccessible(page);
    }

    @Test
    void whatWasNotRepliedToAfterAllIsSaidByItself() {
        var page = open(BROWSER.phone(), "/chat");
        write(page, "楼道灯坏了");
        assertThat(page.locator(".state")).hasCount(0, PATIENTLY);
        bubbles(page, "楼道灯坏了").click();
        page.locator(".line.picked .reply").click();
        page.keyboard().press("Escape");

        write(page, "算了");

        assertThat(bubbles(page, "算了")).hasCount(1);
        assertThat(page.locator(".line .quoted")).hasCount(0);
    }

    @Test
    void twoTabsSeeTheSame() {
        var visitor = BROWSER.phone();
        var one = open(visitor, "/chat");
        var two = open(visitor, "/chat");

        write(one, "第一页写的");
        assertThat(bubbles(two, "第一页写的")).hasCount(1, PATIENTLY);
        write(two, "第二页写的");
        assertThat(bubbles(one, "第二页写的")).hasCount(1, PATIENTLY);
        assertThat(one.locator(".line")).hasCount(2);
        assertThat(two.locator(".line")).hasCount(2);
    }

    @Test
    void aLetterComesWhileOneWatchesAndItsChoiceIsSaidByATap() {
        var page = open(BROWSER.phone(), "/chat");
        write(page, "灯修好了");
        assertThat(page.locator(".state")).hasCount(0, PATIENTLY);
        tell(inbox.messages.getLast().from(), "LM-2026-000012 修好了吗？\n办得怎么样，点一下就行：", "满意", "一般", "不满意");
        screenshotOf(page, page.locator(".choices button").first(), "webchat-choices-390");
        assertAccessible(page);

        page.locator(".choices button", new Page.LocatorOptions().setHasText(Pattern.compile("^满意$")))
                .click();

        assertThat(bubbles(page, "满意").last()).isVisible();
        assertThat(page.locator(".choices")).hasCount(0);
        assertThat(page.locator(".line.self")).hasCount(2, PATIENTLY);
    }

    @Test
    void whatIsTypedIsShownAsItIsTyped() {
        var page = open(BROWSER.phone(), "/chat");
        var nasty = List.of(
                "<img src=x onerror=alert(1)>",
                "'; drop table lines; --",
                "\u202Eمرحبا 3 号楼",
                "👨‍👩‍👧😀",
                "甲\u200B乙",
                "{{7*7}}${7*7}");
        nasty.forEach(it -> write(page, it));
        nasty.forEach(it -> assertThat(bubbles(page, it)).hasCount(1, PATIENTLY));
        assertThat(page.locator(".bubble img")).hasCount(0);
    }

    @Test
    void anEmptyTalkSaysWhatToDoAndAnExampleIsSaidByATap() {
        for (var visitor : List.of(BROWSER.phone(), BROWSER.desk())) {
            var page = open(visitor, "/chat");
            var example = page.locator(".example").first();
            screenshotOf(page, example, "webchat-empty-" + page.viewportSize().width);
            assertAccessible(page);
            assertFitsItsWidth(page);

            String words = example.textContent();
            example.click();

            assertThat(bubbles(page, words)).hasCount(1, PATIENTLY);
            assertThat(page.locator("#empty")).isHidden();
        }
    }

    @Test
    void aPictureIsSeenByWhoSentIt() throws IOException {
        var page = open(BROWSER.phone(), "/chat");
        page.locator("#picture").setInputFiles(new FilePayload("lift.png", "image/png", painting()));
        assertThat(page.locator(".bubble img")).hasCount(1, PATIENTLY);
        assertThat(page.locator(".state")).hasCount(0, PATIENTLY);
        page.reload();
        assertThat(page.locator(".bubble img")).hasCount(1, PATIENTLY);
        page.waitForCondition(
                () -> Boolean.TRUE.equals(page.locator(".bubble img").evaluate("it => it.naturalWidth > 0")));
        screenshot(page, "webchat-picture-390");

        page.locator("#picture").setInputFiles(new FilePayload("a.pdf", "application/pdf", new byte[] {1}));
        assertThat(page.locator("#problem")).containsText("JPG");
    }

    @Test
    void inAGroupOneSpeaksForANeighbourAndReadsTheirPrivateLetters() {
        for (var visitor : List.of(BROWSER.phone(), BROWSER.desk())) {
            var page = open(visitor, "/groups/b3");
            int width = page.viewportSize().width;
            String hello = "三栋的邻居们好 " + UUID.randomUUID();
            pick(page, "r14");
            write(page, hello);
            assertThat(bubbles(page, hello)).hasCount(1, PATIENTLY);
            assertThat(page.locator(".line.self", new Page.LocatorOptions().setHasText(hello)))
                    .hasCount(1);
            pick(page, "r13");
            assertThat(page.locator(".line.self", new Page.LocatorOptions().setHasText(hello)))
                    .hasCount(0);
            page.locator("#call").click();
            write(page, "@小邻 电梯又停在三楼了，老人上不去");
            assertThat(page.locator(".state")).hasCount(0, PATIENTLY);
            tell(Address.group(Seat.WEBCHAT, "lm", "b3"), "收到，已经记下：3栋电梯停运，单号 LM-2026-000031，物业 14:30 前到场。", "我家也是");
            tell(Address.person(Seat.WEBCHAT, "lm", "r13"), "王阿姨，您反映的电梯，物业师傅已经出发。", "好的");

            assertThat(page.locator(".person[data-id=r13] .dot"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
            screenshotOf(page, page.locator(".choices button").first(), "webchat-group-" + width);
            assertAccessible(page);
            assertFitsItsWidth(page);

            page.locator(".person[data-id=r13] a").click();
            assertThat(bubbles(page, "物业师傅已经出发").first()).isVisible();
            screenshot(page, "webchat-resident-" + width);
            assertAccessible(page);
            page.locator(".back").click();
            page.waitForTimeout(1500);
            assertThat(page.locator(".person[data-id=r13] .dot")).isHidden();
        }
    }

    @Test
    void aLongTalkIsReadBackwardsPageByPage() {
        var page = open(BROWSER.desk(), "/chat");
        write(page, "开头");
        assertThat(page.locator(".state")).hasCount(0, PATIENTLY);
        var visitor = inbox.messages.getLast().from();
        for (int i = 0; i < 120; i++) {
            tell(visitor, "第 " + i + " 条");
        }
        page.reload();
        assertThat(bubbles(page, "第 119 条")).isVisible();
        for (int i = 0; i < 4; i++) {
            page.locator("#scroll").evaluate("it => it.scrollTop = 0");
            page.waitForTimeout(700);
        }
        assertThat(page.locator(".line")).hasCount(121, PATIENTLY);
        assertThat(page.locator("#older")).isHidden();
    }

    @Test
    void aPageAtTwiceItsSizeCanStillBeUsed() {
        var page = open(BROWSER.phone(), "/groups/b3");
        page.setViewportSize(195, 422);
        assertFitsItsWidth(page);
        write(page, "放大了也能写");
        assertThat(bubbles(page, "放大了也能写").last()).isVisible();
        screenshot(page, "webchat-zoomed");
    }

    private Page open(BrowserContext visitor, String path) {
        var page = visitor.newPage();
        page.onDialog(dialog -> {
            throw new AssertionError("a script ran: " + dialog.message());
        });
        page.navigate("http://localhost:" + port + path);
        return page;
    }

    private static void write(Page page, String text) {
        page.locator("#text").fill(text);
        page.locator("#text").press("Enter");
    }

    private static void pick(Page page, String speaker) {
        page.locator(".person[data-id=" + speaker + "] label").click();
    }

    private void tell(Address to, String text, String... choices) {
        channel.send(new Outbound(UUID.randomUUID().toString(), to, text, List.of(choices)))
                .block(SOON);
    }

    private static void screenshotOf(Page page, Locator visible, String name) {
        assertThat(visible).isVisible();
        screenshot(page, name);
    }

    private static Locator bubbles(Page page, String text) {
        return page.locator(".bubble", new Page.LocatorOptions().setHasText(text));
    }

    private static byte[] painting() throws IOException {
        var image = new java.awt.image.BufferedImage(800, 600, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var random = new java.util.Random(7);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, (x / 9) << 16 | (y / 7) << 8 | random.nextInt(255));
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
