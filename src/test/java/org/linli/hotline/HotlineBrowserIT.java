package org.linli.hotline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneId;
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

/// A call and the hotline's order about the same lift, in a real browser, on the phone and in the office.
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.jobs.enabled=true"})
@Tag("long")
@Timeout(120)
class HotlineBrowserIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
    void aCallBecomesACaseAndMeetsTheHotlinesOrder() {
        var page = signIn(BROWSER.desk());
        enter(page, "1280");
        upload(page, "1280");
        var phone = signIn(BROWSER.phone());
        for (String path : List.of("enter", "hotline")) {
            phone.navigate(url("/desk/" + path));
            look(phone, path + "-390");
        }
        explain(page, "1280");
        explain(phone, "390");
        push(page, "1280");
        push(phone, "390");
    }

    private void enter(Page page, String width) {
        page.navigate(url("/desk/enter"));
        look(page, "enter-" + width);
        page.locator("input[name=find]").pressSequentially("赵桂兰");
        assertThat(page.locator("#people")).containsText("赵**");
        page.locator("input[name=name]").fill("李阿姨");
        page.locator("input[name=phone]").fill("13800138099");
        page.locator("textarea[name=words]").fill("6栋电梯停在半路，按钮没反应");
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator(".alert-success")).containsText("已登记");
        page.locator(".alert-success a").click();
        assertThat(page.locator(".case-behalf")).containsText("电话");
        look(page, "case-behalf-" + width);
    }

    private void upload(Page page, String width) {
        page.navigate(url("/desk/hotline"));
        page.locator("input[name=file]").setInputFiles(new FilePayload("orders.xlsx", XLSX, file()));
        page.locator(".hotline-upload button").click();
        assertThat(page.locator(".hotline-table")).containsText("B-1");
        assertThat(page.locator(".hotline-table")).not().containsText("13800138099");
        look(page, "hotline-file-" + width);
        page.locator("main form button.btn-primary").first().click();
        assertThat(page.locator(".alert-success")).containsText("新增");
        page.navigate(url("/desk/hotline"));
        assertThat(page.locator(".hotline-guess").first()).containsText("可能就是这件");
        assertThat(page.locator(".hotline-guess").first()).containsText("我们答应");
        look(page, "hotline-" + width);
        page.locator(".hotline-guess button.btn-primary").first().click();
        assertThat(page.locator(".alert-success")).containsText("已关联");
    }

    /// A file of a hotline that calls its columns otherwise.
    private void explain(Page page, String width) {
        page.navigate(url("/desk/hotline"));
        if (page.locator(".hotline-upload[open]").count() == 0) {
            page.locator(".hotline-upload summary").click();
        }
        page.locator(".hotline-upload input[name=city]").fill("市长热线" + width);
        var strange = Sheets.of(
                List.of("流水", "何时来电", "诉求描述（含市民原话与补充说明）", "哪里"),
                List.of("C-1", "2026-03-02 12:00", "楼道里堆了很多纸箱，走不过去，已经反映过两次，希望尽快清理", "3栋"));
        page.locator("input[name=file]").setInputFiles(new FilePayload("strange.xlsx", XLSX, strange));
        page.locator(".hotline-upload button").click();
        assertThat(page.locator(".hotline-columns")).isVisible();
        look(page, "hotline-columns-" + width);
        page.locator("select[name=number]").selectOption("流水");
        page.locator("select[name=received]").selectOption("何时来电");
        page.locator("select[name=words]").selectOption("诉求描述（含市民原话与补充说明）");
        page.locator(".hotline-columns button").click();
        assertThat(page.locator("main form button.btn-primary").first()).containsText("1");
        look(page, "hotline-explained-" + width);
    }

    private void push(Page page, String width) {
        page.navigate(url("/desk/hotline?show=all"));
        page.locator("form[action$='/senders'] button").click();
        assertThat(page.locator("main dl")).containsText("whsec_");
        look(page, "hotline-sender-" + width);
        page.navigate(url("/desk/hotline?show=all"));
        look(page, "hotline-all-" + width);
    }

    private static byte[] file() {
        return Sheets.of(
                Sheets.HEADS,
                List.of(
                        "B-1",
                        LocalDate.now(ZoneId.of("Asia/Shanghai")) + " 12:00",
                        "6栋电梯坏了，停在半路",
                        "6栋",
                        "李女士",
                        "13800138099",
                        "2099-03-09 18:00"),
                List.of("B-2", LocalDate.now(ZoneId.of("Asia/Shanghai")) + " 12:00", "想问问养老金怎么领", "", "", "", ""));
    }

    private static void look(Page page, String name) {
        Browser.assertFitsItsWidth(page);
        Browser.screenshot(page, name);
        Browser.assertAccessible(page);
    }

    private Page signIn(BrowserContext context) {
        var page = context.newPage();
        page.navigate(url("/sign-in"));
        page.locator("input[name=username]").fill("chen");
        page.locator("input[name=password]").fill(SignedInAs.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/desk");
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
