package org.linli.notices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.linli.LinliTest;
import org.linli.browser.Browser;
import org.linli.cases.web.SignedInAs;
import org.linli.community.StaffPasswords;
import org.linli.notices.asking.LiveNotices;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

/// Writing, sending, watching, reading and visiting, on an office screen and on a phone.
@Tag("long")
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

    @Autowired
    LiveNotices live;

    @BeforeEach
    void staffCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
        passwords
                .set(new CommunityId("lm"), "xu", Objects.requireNonNull(encoder.encode(SignedInAs.PASSWORD)))
                .block();
    }

    @Test
    void aNoticeIsWrittenCountedSentReadAndTakenToTheDoors() {
        for (var visitor : List.of(BROWSER.desk(), BROWSER.phone())) {
            var page = signIn(visitor);
            page.navigate(at("/desk/notices"));
            look(page, "notices-list");
            page.getByText("停水通知").first().click();
            write(page);
            look(page, "notices-faults");
            correct(page);
            look(page, "notices-plan");
            page.locator("form[action$='/submit'] button").click();
            assertThat(page.locator("#progress")).containsText("9 / 9");
            talk(page);
            assertThat(page.locator("#progress")).containsText("1 户回了");
            assertThat(page.locator("#progress")).containsText("发出后 2 次");
            look(page, "notices-progress");
            visit(page);
            read(page);
        }
    }

    @Test
    void picturesTranslationsAndPreviewsStandBesideTheDraftAndResidentsReadIt() {
        var page = signIn(BROWSER.desk());
        page.navigate(at("/desk/notices/new"));
        fill(page);
        page.locator("input[type=file]").setInputFiles(new FilePayload("停水范围.png", "image/png", picture()));
        page.locator(".notices-put button").click();
        assertThat(page.locator(".notices-enclosed img")).isVisible();
        page.getByText("English").click();
        var english = page.locator("details:has(summary:has-text('English')) form");
        english.locator("[name=title]").fill("No water on Saturday");
        english.locator("[name=text]").fill("From nine to five.");
        english.locator("button").click();
        assertThat(page.locator(".notices-previews figure").first()).containsText("【周六停水】");
        look(page, "notices-writing");
        onAPhone(page, "notices-writing");
        page.locator("form[action$=submit] button").click();
        assertThat(page.locator(".notices-state")).hasText("已批准");
        readLarge(page.url().replaceAll(".*/", ""));
    }

    @Test
    void whatGoesToEverybodyEachWeekIsApprovedByASecondPerson() {
        var chen = signIn(BROWSER.desk());
        chen.navigate(at("/desk/notices/new"));
        chen.locator("[name=title]").fill("每周消杀");
        chen.locator("[name=text]").fill("每周六上午楼道消杀，请关好门窗。");
        chen.locator("#audience").fill("全体");
        assertThat(chen.locator("#counted")).containsText("人");
        chen.locator("[name=save]").fill("大家");
        chen.locator(".notices-put button").click();
        assertThat(chen.locator("#kept")).containsText("存好了");
        var soon = LocalDateTime.now(ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.MINUTES);
        chen.locator("[name=until]").fill(soon.plusHours(8).toString());
        chen.locator("[name=every]").selectOption("WEEK");
        chen.locator("[name=last]").fill(soon.toLocalDate().plusDays(30).toString());
        look(chen, "notices-repeating");
        chen.locator("form.notices-form > .btn-primary").click();
        chen.locator("form[action$=submit] button").click();
        assertThat(chen.locator(".notices-state")).hasText("等批准");

        var xu = signIn(BROWSER.phone(), "xu");
        xu.navigate(chen.url());
        look(xu, "notices-approving");
        xu.locator("form[action$=approve] button").click();
        assertThat(xu.locator(".notices-state")).hasText("已批准");
        xu.navigate(at("/desk/notices/audiences"));
        assertThat(xu.locator(".notices-kept")).containsText("大家");
        look(xu, "notices-audiences");
    }

    private void fill(Page page) {
        page.locator("[name=title]").fill("周六停水");
        page.locator("[name=text]").fill("11月28日 09:00-17:00 停水，请储水。");
        page.locator("[name=brief]").fill("周六白天停水，请储水。");
        page.locator("[data-word='阳光里 3栋']").click();
        page.locator("[name=until]").fill("2099-12-31T17:00");
        page.locator("form.notices-form > .btn-primary").click();
    }

    private void readLarge(String id) {
        var page = BROWSER.phone().newPage();
        page.navigate(at("/notice/lm/" + id));
        assertThat(page.locator(".read-spoken")).containsText("十一月二十八日上午九点到下午五点停水");
        page.getByText("特大").click();
        assertThat(page.locator("main")).hasAttribute("data-size", "3");
        look(page, "notices-read-large");
        page.reload();
        assertThat(page.locator("main")).hasAttribute("data-size", "3");
        page.getByText("English").click();
        assertThat(page.locator("h1")).hasText("No water on Saturday");
        page.getByText("标准").click();
        look(page, "notices-read-english");
    }

    private void onAPhone(Page page, String name) {
        var before = page.viewportSize();
        page.setViewportSize(390, 844);
        look(page, name);
        page.setViewportSize(before.width, before.height);
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// With what the template wants filled in.
    private void write(Page page) {
        page.locator("[data-word='阳光里 3栋']").click();
        assertThat(page.locator("#counted")).containsText("9 人");
        look(page, "notices-write");
        page.locator("form.notices-form > .btn-primary").click();
        assertThat(page.locator(".notices-faults")).containsText("还没有换成实际内容");
    }

    private void correct(Page page) {
        page.getByText("修改").first().click();
        page.locator("[name=title]").fill("3栋停水通知");
        page.locator("[name=text]").fill("因水泵检修停水 " + UUID.randomUUID());
        page.locator("[name=from]").fill("2026-01-01T09:00");
        page.locator("[name=until]")
                .fill(page.locator("[name=from]").inputValue().replaceFirst("^\\d{4}", "2099"));
        page.locator("form.notices-form > .btn-primary").click();
        assertThat(page.locator("form[action$='/submit'] button")).isEnabled();
    }

    /// Asked in the group and, misspelt, in private; once the group is answered, and one household has got it.
    private void talk(Page desk) {
        live.round().block();
        var chat = desk.context().newPage();
        chat.navigate(at("/groups/b3"));
        chat.locator(".person[data-id=r15] label").click();
        say(chat, "停水到几点？", "您家在通知范围里");
        Browser.screenshot(chat, "notices-group-" + chat.viewportSize().width);
        chat.locator(".person[data-id=r15] a").click();
        say(chat, "亭睡停到几典啊", "您家在通知范围里");
        say(chat, "收到", "知道您收到了");
        Browser.screenshot(chat, "notices-talk-" + chat.viewportSize().width);
        chat.close();
    }

    private static void say(Page chat, String words, String answer) {
        var answers = chat.locator(".bubble", new Page.LocatorOptions().setHasText(answer));
        chat.waitForTimeout(500);
        int before = answers.count();
        chat.locator("#text").fill(words);
        chat.locator("#text").press("Enter");
        assertThat(answers).hasCount(before + 1, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
    }

    /// Without a network it is kept, and sent afterwards.
    private void visit(Page page) {
        String list = page.url() + "/visits?silent=true";
        page.navigate(list);
        look(page, "notices-visits");
        page.context().setOffline(true);
        page.locator("li[data-who=r13] button[value=TOLD]").click();
        assertThat(page.locator("#kept")).isVisible();
        assertThat(page.locator("li[data-who=r13]")).hasClass(Pattern.compile("is-done"));
        page.context().setOffline(false);
        assertThat(page.locator("#kept")).isHidden();
        page.navigate(list);
        assertThat(page.locator("li[data-who=r13]")).containsText("当面告诉了");
    }

    private void read(Page page) {
        page.navigate(page.url().replaceFirst("/desk/notices/([^/]+)/.*", "/notice/lm/$1"));
        look(page, "notices-read");
        assertThat(page.locator("h1")).containsText("3栋停水通知");
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
        return signIn(visitor, "chen");
    }

    private Page signIn(BrowserContext visitor, String name) {
        var page = visitor.newPage();
        page.navigate(at("/sign-in"));
        page.locator("[name=username]").fill(name);
        page.locator("[name=password]").fill(SignedInAs.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/desk");
        return page;
    }
}
