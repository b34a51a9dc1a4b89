package org.linli.polls.published;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.linli.LinliTest;
import org.linli.browser.Browser;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.files.Heading;
import org.linli.polls.laboratory.Culture;
import org.linli.polls.laboratory.Trial;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Level;
import org.linli.polls.log.MerkleTree;
import org.linli.polls.log.Receipt;
import org.linli.polls.log.SignKey;
import org.linli.polls.log.TreeHead;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The browser finds what [VerifyLedger] finds, in the same files.
@LinliTest
@Tag("long")
@Timeout(180)
class VerifyPageIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String CHECK = """
            async file => {
              const { verifyLedger } = await import('/polls/verify.js')
              try {
                const right = await verifyLedger(Uint8Array.from(atob(file), it => it.charCodeAt(0)))
                return `${right.ballots} ${right.entries} ${right.winners} ${right.signed} ${right.recounted}`
              } catch (refused) {
                return `line ${refused.line}`
              }
            }""";

    @LocalServerPort
    int port;

    private static byte[] published(Level level) {
        return published(SignKey.make("linli.example/lm/7"), level);
    }

    private static byte[] published(SignKey key, Level level) {
        var projects = List.of(new Project("1", "长椅;\"橡木\"", 60, true), new Project("2", "灯", 50, true));
        var ballots = List.<Ballot>of(
                new Ballot.Approval(List.of(0)), new Ballot.Approval(List.of(0, 1)), new Ballot.Approval(List.of()));
        var election = Election.of(projects, 100, ballots);
        return published(key, election, Rule.GREEDY, Settings.usual(election), level);
    }

    private static byte[] published(Election election, Rule rule, Settings settings, Level level) {
        return published(SignKey.make("linli.example/lm/7"), election, rule, settings, level);
    }

    private static byte[] published(SignKey key, Election election, Rule rule, Settings settings, Level level) {
        var declared = new Declared(key.check().name(), level, rule, settings);
        var day = LocalDate.of(2026, 11, 21);
        var heading = new Heading("微实事", "柳苑社区", "2026", "greedy", day, day);
        return new PublishElection(declared, election, heading, key)
                .text(Instant.parse("2026-11-21T04:00:00Z"), new Random(1))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theBrowserAgreesWithTheProgram() {
        var page = open(BROWSER.desk().newPage());
        for (Level level : Level.values()) {
            assertThat(inBrowser(page, published(level))).isEqualTo("3 4 1 true true");
        }
        byte[] file = published(Level.OPENINGS);
        for (int i = 0; i < file.length; i += 23) {
            byte[] changed = file.clone();
            changed[i] ^= 1;
            assertThat(inBrowser(page, changed)).as("byte %d", i).isEqualTo(inProgram(changed));
        }
    }

    /// Two programs that share no line count the same.
    @Test
    void theBrowserCountsLikeTheProgram() {
        var page = open(BROWSER.desk().newPage());
        for (Culture culture : Culture.values()) {
            var election = culture.election(12, 60, 1_000, 7);
            for (Trial trial : Trial.usual(election, TieOrder.read("cost,lot=7"))) {
                byte[] file = published(election, trial.rule(), trial.settings(), Level.BALLOTS);
                var winners = String.join(",", VerifyLedger.check(file).ledger().winners());
                assertThat(inBrowser(page, file)).as(trial.name()).isEqualTo("60 61 %s true true".formatted(winners));
            }
        }
    }

    /// Why a ballot was taken out is shown, and what is no reason is refused where the program refuses it.
    @Test
    void theBrowserReadsWhyBallotsWereTakenOut() {
        var page = open(BROWSER.phone().newPage());
        choose(page, voided("录到别的户上了；两人核对过;"));
        assertThat(page.locator("#told")).containsText("核验通过");
        assertThat(page.locator("#told")).containsText("第 6 条：录到别的户上了；两人核对过;");
        Browser.assertFitsItsWidth(page);
        assertThat(inBrowser(page, voided("录错了"))).isEqualTo("3 6 1 true true");
    }

    private static byte[] voided(String reason) {
        var key = SignKey.make("linli.example/lm/7");
        var honest = VerifyLedger.check(published(key, Level.BALLOTS)).ledger();
        var entries = new ArrayList<>(honest.entries());
        var cast = Entry.cast(Receipt.draw(honest.declared().poll(), "1"));
        entries.add(cast);
        entries.add(new Entry(Entry.Kind.VOIDED, cast.what(), reason));
        var tree = new MerkleTree();
        entries.forEach(it -> tree.add(it.leaf()));
        var head = TreeHead.of(key.check(), tree, Instant.parse("2026-11-21T05:00:00Z"));
        var ledger = new Ledger(
                honest.declared(),
                key.check(),
                entries,
                List.of(head.signed(key)),
                List.of(),
                honest.winners(),
                honest.election());
        return WriteLedger.text(ledger, key).getBytes(StandardCharsets.UTF_8);
    }

    private static String inProgram(byte[] file) {
        try {
            return "right: " + VerifyLedger.check(file).ballots();
        } catch (Refused refused) {
            return "line " + refused.line();
        }
    }

    private static String inBrowser(Page page, byte[] file) {
        return String.valueOf(page.evaluate(CHECK, Base64.getEncoder().encodeToString(file)));
    }

    @Test
    void anybodyChecksAFileOnThePage() {
        for (var visitor : List.of(BROWSER.phone(), BROWSER.desk())) {
            var page = open(visitor.newPage());
            choose(page, published(Level.BALLOTS));
            assertThat(page.locator("#told")).containsText("核验通过");
            assertThat(page.locator("#told dd").first()).hasText("3");
            Browser.screenshot(page, "verify-" + page.viewportSize().width);
            Browser.assertFitsItsWidth(page);
            Browser.assertAccessible(page);

            byte[] changed = published(Level.BALLOTS);
            changed[changed.length / 2] ^= 1;
            choose(page, changed);
            assertThat(page.locator("#told")).containsText("不通过：第");
            Browser.screenshot(page, "verify-wrong-" + page.viewportSize().width);
            choose(page, "hello".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator("#told")).containsText("不通过：第 1 行");
        }
    }

    /// What nobody can count again is said, and not passed over.
    @Test
    void sumsAloneAreNotCalledRecounted() {
        var election = Culture.POPULAR.election(5, 40, 1_000, 7);
        byte[] file = published(election, Rule.EQUAL_SHARES, Settings.usual(election), Level.TALLIES);
        var page = open(BROWSER.phone().newPage());
        choose(page, file);
        assertThat(page.locator("#told")).containsText("核验通过");
        assertThat(page.locator("#told")).containsText("只公布了得票数，没有公布选票");
        assertThat(VerifyLedger.check(file).recounted()).isFalse();
    }

    private Page open(Page page) {
        page.navigate("http://localhost:" + port + "/open/verify");
        return page;
    }

    private static void choose(Page page, byte[] file) {
        page.locator("#ledger").setInputFiles(new FilePayload("lane.ledger", "text/plain", file));
    }
}
