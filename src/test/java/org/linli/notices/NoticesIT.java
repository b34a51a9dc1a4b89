package org.linli.notices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
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
import org.linli.Results;
import org.linli.browser.Browser;
import org.linli.cases.web.SignedInAs;
import org.linli.community.StaffPasswords;
import org.linli.notices.asking.LiveNotices;
import org.linli.notices.sending.NoticeLinks;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
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

    @Autowired
    Notices notices;

    @Autowired
    NoticeLinks links;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void nothingWasSaidTodayAndStaffCanSignIn() {
        database.sql("truncate notices.notices cascade").then().block();
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
        assertThat(page.locator(".notices-state")).hasText("已发出");
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
        assertThat(xu.locator(".notices-state")).hasText("已发出");
        xu.navigate(at("/desk/notices/audiences"));
        assertThat(xu.locator(".notices-kept")).containsText("大家");
        look(xu, "notices-audiences");
    }

    /// Two neighbours with phones, one of which runs no scripts, want the only place.
    @Test
    void somebodySignsUpOnThePhoneAnotherWaitsAndStaffMakesRoom() {
        var staff = signIn(BROWSER.desk());
        staff.navigate(at("/desk/notices/new"));
        staff.locator("[name=kind]").selectOption("activity");
        staff.locator("[name=title]").fill("周六健步走");
        staff.locator("[name=text]").fill("周六早上八点，花园门口集合 " + UUID.randomUUID());
        staff.locator("[data-word='阳光里 3栋']").click();
        staff.locator("[name=until]").fill("2099-12-31T17:00");
        staff.locator("[name=whose]").selectOption("PERSON");
        staff.locator("[name=places]").fill("1");
        staff.locator("form.notices-form > .btn-primary").click();
        staff.locator("form[action$=submit] button").click();
        assertThat(staff.locator(".notices-state")).hasText("已发出");
        String id = staff.url().replaceAll(".*/", "");

        var first = read(BROWSER.phone(), id, "r13");
        assertThat(first.locator("#join")).containsText("名额 1 人，还剩 1 人");
        look(first, "notices-join");
        first.locator("#join .read-comes").click();
        assertThat(first.locator("#join")).containsText("您报上了，1 人");
        look(first, "notices-joined");

        var plain = BROWSER.phone();
        plain.route("**/*.js", Route::abort);
        var second = read(plain, id, "r15");
        second.locator("#join [name=people]").fill("2");
        second.locator("#join .read-comes").click();
        assertThat(second.locator("#join")).containsText("您排在候补第 1 位，2 人");
        look(second, "notices-waits");

        staff.navigate(at("/desk/notices/" + id + "/signed-up"));
        assertThat(staff.locator("h1")).containsText("周六健步走");
        look(staff, "notices-signed-up");
        onAPhone(staff, "notices-signed-up");
        staff.locator("[name=places]").fill("3");
        staff.locator(".notices-places button").click();
        assertThat(staff.locator(".notices-sum")).containsText("报上 3 人");
        second.reload();
        assertThat(second.locator("#join")).containsText("您报上了，2 人");
        second.locator(".read-leaves").click();
        assertThat(second.locator("#join")).containsText("好的，报名取消了");
    }

    @Test
    void everybodySearchesTheBoardAndSaysWhichNoticesTheyWant() {
        var staff = signIn(BROWSER.desk());
        staff.navigate(at("/desk/notices/new"));
        fill(staff);
        staff.locator("form[action$=submit] button").click();
        assertThat(staff.locator(".notices-state")).hasText("已发出");
        String id = staff.url().replaceAll(".*/", "");

        for (var visitor : List.of(BROWSER.desk(), BROWSER.phone())) {
            var page = visitor.newPage();
            page.navigate(at("/board/lm"));
            assertThat(page.locator(".read-item").first()).containsText("周六停水");
            look(page, "notices-board");
            page.locator("[name=q]").fill("没有这样的事");
            page.locator(".read-search button").click();
            assertThat(page.locator("main")).containsText("没有找到");

            page.navigate(at(path(id, "r18")));
            look(page, "notices-own");
            page.getByText("我想收哪些通知").click();
            look(page, "notices-wishes");
            page.locator("[value=jobs]").setChecked(false);
            page.locator("[name=quiet]").selectOption("22:00-07:00");
            page.locator(".read-got").click();
            assertThat(page.locator(".read-thanks")).hasText("记下了。");
            page.navigate(at(path(id, "r18") + "/wishes"));
            assertThat(page.locator("[value=jobs]")).not().isChecked();
            assertThat(page.locator("[name=quiet]")).hasValue("22:00-07:00");
        }
        database.sql("delete from notices.wishes where resident = 'r18'").then().block();
    }

    private Page read(BrowserContext visitor, String id, String who) {
        var page = visitor.newPage();
        page.navigate(at(path(id, who)));
        return page;
    }

    private String path(String id, String who) {
        var notice = notices.find(new CommunityId("lm"), id).block();
        return Objects.requireNonNull(links.signing().block()).path(Objects.requireNonNull(notice), who);
    }

    /// Really offline: the page is loaded anew from what the phone keeps, and that goes with signing out.
    @Test
    void theVisitListOpensWithoutANetworkAndLeavesNoNamesBehind() {
        var visitor = BROWSER.phone();
        var page = signIn(visitor);
        page.navigate(at("/desk/notices/new"));
        fill(page);
        page.locator("form[action$=submit] button").click();
        assertThat(page.locator("#progress")).containsText("9 / 9");
        String list = page.url() + "/visits?silent=true";
        page.navigate(list);
        page.waitForFunction("() => navigator.serviceWorker.controller !== null");
        page.reload();
        keptLists(page, 1);

        visitor.setOffline(true);
        page.reload();
        assertThat(page.locator("li[data-who=r16]")).isVisible();
        page.locator("li[data-who=r16] button[value=TOLD]").click();
        page.locator("li[data-who=r17] button[value=NOBODY_IN]").click();
        page.reload();
        assertThat(page.locator("li[data-who=r16]")).hasClass(Pattern.compile("is-done"));
        assertThat(page.locator("#kept")).containsText("2 条");
        look(page, "notices-visits-offline");

        visitor.setOffline(false);
        assertThat(page.locator("#kept")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
        page.reload();
        assertThat(page.locator("li[data-who=r16]")).containsText("当面告诉了");
        assertThat(page.locator("li[data-who=r17]")).containsText("没人在家");
        String id = list.replaceAll(".*/notices/([^/]+)/.*", "$1");
        org.assertj.core.api.Assertions.assertThat(Results.number(
                        database, "select count(*) as n from notices.visits where notice = '" + id + "'"))
                .as("each tick once")
                .isEqualTo(2);

        page.evaluate("""
                async () => {
                  const shelf = await caches.open((await caches.keys())[0]);
                  for (const it of await shelf.keys()) {
                    if (!it.url.includes("/visits")) continue;
                    const answer = await shelf.match(it);
                    const headers = new Headers(answer.headers);
                    headers.set("linli-kept-at", String(Date.now() - 13 * 60 * 60 * 1000));
                    await shelf.put(it, new Response(await answer.blob(), { headers }));
                  }
                }""");
        visitor.setOffline(true);
        assertThatThrownBy(page::reload).as("the shift is over").isInstanceOf(PlaywrightException.class);
        visitor.setOffline(false);

        page.navigate(list);
        keptLists(page, 1);
        page.navigate(at("/desk"));
        page.locator("form[action$='/sign-out'] button").click();
        page.waitForURL("**/sign-in**");
        keptLists(page, 0);
    }

    private static void keptLists(Page page, int expected) {
        page.waitForFunction("""
                async expected => {
                  let lists = 0;
                  for (const name of await caches.keys()) {
                    const all = await (await caches.open(name)).keys();
                    lists += all.filter(it => new URL(it.url).pathname.endsWith("/visits")).length;
                  }
                  return lists === expected;
                }""", expected);
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
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.getByText("Normal").click();
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
