package org.linli.cases.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.linli.Results.completed;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.linli.browser.Browser;
import org.linli.community.StaffPasswords;
import org.linli.standin.StandIns;
import org.linli.standin.WithStandIns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/// The pages of the post room on a phone and at an office desk, with platforms that are played.
@Tag("long")
@WithStandIns
@Timeout(180)
class PostroomBrowserIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    DatabaseClient database;

    @Autowired
    StandIns standIns;

    @BeforeEach
    void lettersThatDidNotArriveAndTwoFollowers() {
        SignedInAs.givePasswords(passwords, encoder);
        letter("look-1", "failed", "RECIPIENT_GONE");
        letter("look-2", "held", "WINDOW_CLOSED");
        letter("look-3", "unknown", "TIMEOUT");
        for (String who : new String[] {"oLook1", "oLook2"}) {
            standIns.named("wechat").orElseThrow().platform().play(who, "follow", "");
            completed(database.sql("""
                            with person as (
                                insert into community.residents (community_id, id, name, home, verified)
                                values ('lm', $1, $1, 'b6', false) on conflict do nothing)
                            insert into community.identities (community_id, address, resident)
                            values ('lm', 'wechat:demo:person:' || $1, $1) on conflict do nothing""").bind("$1", who).then());
        }
    }

    @AfterEach
    void forget() {
        completed(database.sql("delete from outbox.letters where key like 'look-%' or template = 'to-many'")
                .then());
        completed(database.sql("delete from community.identities where resident like 'oLook%'")
                .then());
        completed(database.sql("delete from community.residents where id like 'oLook%'")
                .then());
    }

    @Test
    void everyPageFitsAPhoneAndAnOfficeDeskAndIsForEverybody() {
        for (var visitor : new BrowserContext[] {BROWSER.desk(), BROWSER.phone()}) {
            var page = signIn(visitor);
            look(page, "/desk/channels", "channels");
            look(page, "/desk/channels/wecom-kf/desk", "channel-kf");
            page.navigate(url("/desk/channels/wechat/demo"));
            page.locator("button:has-text('现在检查')").click();
            assertThat(page.locator("#steps li").first()).isVisible();
            looked(page, "channel");
            look(page, "/desk/letters", "letters");
            page.locator("main summary").first().click();
            looked(page, "letters-open");
            look(page, "/desk/groups/confirmations", "confirmations");
        }
    }

    @Test
    void aMessageToManyIsWrittenLookedAtAndSentByClicking() {
        for (var visitor : new BrowserContext[] {BROWSER.desk(), BROWSER.phone()}) {
            var page = signIn(visitor);
            look(page, "/desk/many/wechat/demo", "many");
            page.locator("[name=whom]").selectOption("place-b6");
            page.locator("[name=words]").fill("各位邻居：\n周三上午九点到十一点停水，请提前接水。");
            page.locator("button:has-text('下一步')").click();
            assertThat(page.locator("h1")).containsText("发出前再看一遍");
            looked(page, "many-look");

            page.locator("button:has-text('返回修改')").click();
            assertThat(page.locator("[name=words]")).hasValue("各位邻居：\n周三上午九点到十一点停水，请提前接水。");
            assertThat(page.locator("[name=whom]")).hasValue("place-b6");
            page.locator("button:has-text('下一步')").click();
            page.locator("[name=sure]").check();
            page.locator("button:has-text('发给')").click();
            assertThat(page.locator(".alert-success")).containsText("已经交给发件箱");
            page.waitForCondition(
                    () -> page.locator("#progress").innerText().contains("送完了"),
                    new Page.WaitForConditionOptions().setTimeout(60_000));
            looked(page, "many-sent");

            String tag = "标签" + page.viewportSize().width + System.nanoTime() % 10_000;
            page.locator("form:has(button[value=create]) [name=name]").fill(tag);
            page.locator("button[value=create]").click();
            assertThat(page.locator(".alert-success")).containsText("标签建好了");
            page.locator("li:has-text('" + tag + "') summary").click();
            looked(page, "many-tags");
        }
    }

    private void look(Page page, String path, String name) {
        page.navigate(url(path));
        looked(page, name);
    }

    private static void looked(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots", name + "-" + page.viewportSize().width + ".png")));
        Browser.assertFitsItsWidth(page);
        Browser.assertAccessible(page);
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

    private void letter(String key, String state, String reason) {
        completed(database.sql("""
                        insert into outbox.letters
                            (community_id, key, address, template, facts, state, reason, way, created_at)
                        values ('lm', $1, 'wechat:demo:person:oSecretPerson', 'case-opened', '{}', $2, $3,
                                'wechat.service', now()) on conflict do nothing""")
                .bind("$1", key)
                .bind("$2", state)
                .bind("$3", reason)
                .then());
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
