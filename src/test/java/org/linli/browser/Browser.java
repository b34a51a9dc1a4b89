package org.linli.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Debian's Chromium for the tests of one class; skips them, and says what to install, where there is none.
///
/// ```java
/// @RegisterExtension
/// static final Browser BROWSER = new Browser();
/// ```
/// Every visitor is a browser context of their own, closed after the test.
public final class Browser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<BrowserContext> visitors = new ArrayList<>();
    private @Nullable Playwright playwright;
    private com.microsoft.playwright.@Nullable Browser chromium;

    @Override
    public void beforeAll(ExtensionContext test) {
        assumeTrue(Files.isExecutable(CHROMIUM), "apt-get install chromium fonts-noto-cjk");
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        playwright = Playwright.create(options);
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(ARGUMENTS));
    }

    /// Somebody new with a phone, 390 pixels wide.
    public BrowserContext phone() {
        return visitor(390, 844, true);
    }

    /// Somebody new at an office desk, 1280 pixels wide.
    public BrowserContext desk() {
        return visitor(1280, 800, false);
    }

    private BrowserContext visitor(int width, int height, boolean touch) {
        if (chromium == null) {
            throw new IllegalStateException("no browser (expected: @RegisterExtension static final Browser)");
        }
        var visitor = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(touch)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        visitor.setDefaultTimeout(60_000);
        visitors.add(visitor);
        return visitor;
    }

    /// Everybody can use the page, as far as a machine can tell.
    public static void assertAccessible(Page page) {
        var found = new AxeBuilder(page).analyze().getViolations();
        assertThat(found)
                .as(() -> found.stream()
                        .map(it -> it.getId() + ": " + it.getHelp() + " " + it.getNodes())
                        .toList()
                        .toString())
                .isEmpty();
    }

    /// Nothing sticks out at the side.
    public static void assertFitsItsWidth(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no scrolling sideways")
                .isEqualTo(true);
    }

    /// Kept as `target/screenshots/<name>.png`, to be looked at. Chromium on a busy machine sometimes takes none: that
    /// says nothing of the page, so it is told and the test goes on.
    public static void screenshot(Page page, String name) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        } catch (PlaywrightException notTaken) {
            LOG.warn("no picture {} ({})", name, notTaken.getClass().getSimpleName());
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        visitors.forEach(BrowserContext::close);
        visitors.clear();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (playwright != null) {
            playwright.close();
        }
    }
}
