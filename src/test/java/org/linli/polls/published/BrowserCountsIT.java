package org.linli.polls.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.LinliTest;
import org.linli.browser.Browser;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Rule;
import org.linli.polls.files.Heading;
import org.linli.polls.log.Level;
import org.linli.polls.log.SignKey;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Two programs that share no line count the same: each kind of ballot, by each rule, however it is declared.
@LinliTest
@Tag("long")
@Timeout(300)
class BrowserCountsIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final int ELECTIONS = 10;

    private static final SignKey KEY = SignKey.make("linli.example/lm/7");

    private static final String CHECK = """
            async files => {
              const { verifyLedger } = await import('/polls/verify.js')
              const said = []
              for (const file of files) {
                try {
                  const right = await verifyLedger(Uint8Array.from(atob(file), it => it.charCodeAt(0)))
                  said.push(right.recounted ? `right ${right.winners}` : `no ${right.missing} for ${right.winners}`)
                } catch (refused) {
                  said.push(`line ${refused.line}`)
                }
              }
              return said
            }""";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource
    void theBrowserFindsTheSameWinnersInTheSameOrder(BallotKind kind) {
        var files = drawn(kind, Level.BALLOTS);
        assertThat(inBrowser(files)).isEqualTo(inProgram(files)).allMatch(it -> it.startsWith("right"));
    }

    @ParameterizedTest
    @EnumSource
    void theBrowserFindsTheSameFromSumsAlone(BallotKind kind) {
        var files = drawn(kind, Level.TALLIES);
        assertThat(inBrowser(files))
                .isEqualTo(inProgram(files))
                .anyMatch(it -> it.startsWith("right"))
                .anyMatch(it -> it.startsWith("no ballots"));
    }

    /// Everything is signed anew, by whoever has the key: the count alone gives it away.
    @ParameterizedTest
    @EnumSource
    void winnersWhomTheBallotsDoNotChooseAreRefused(BallotKind kind) {
        var files = drawn(kind, Level.BALLOTS).stream()
                .map(it -> changed(it, ledger -> with(ledger, others(ledger.winners()), ledger.election())))
                .toList();
        assertThat(inBrowser(files)).isEqualTo(inProgram(files)).allMatch(it -> it.startsWith("line"));
    }

    @Test
    void aChangedBallotAChangedRuleAndAnUnknownKindOfBallotAreRefused() {
        var honest = drawn(BallotKind.SCORES, Level.OPENINGS);
        var ballots = honest.stream()
                .filter(it -> it.contains(",2.5"))
                .map(it -> changed(it, ledger -> with(ledger, ledger.winners(), otherPoints(ledger.election()))))
                .toList();
        var rules =
                honest.stream().map(it -> changed(it, BrowserCountsIT::ruled)).toList();
        var kinds = honest.stream()
                .map(it -> changed(it, ledger -> with(ledger, ledger.winners(), otherKind(ledger.election()))))
                .toList();
        for (var files : List.of(ballots, rules, kinds)) {
            assertThat(files).isNotEmpty();
            assertThat(inBrowser(files)).isEqualTo(inProgram(files)).allMatch(it -> it.startsWith("line"));
        }
    }

    private static List<String> drawn(BallotKind kind, Level level) {
        var drawn = new DrawnElections(new Random(kind.ordinal()));
        var files = new ArrayList<String>();
        for (int i = 0; i < ELECTIONS; i++) {
            var election = drawn.election(kind);
            Arrays.stream(Rule.values())
                    .filter(it -> it != Rule.STV || kind == BallotKind.ONE || kind == BallotKind.RANKED)
                    .map(it -> new Declared("linli.example/lm/7", level, 0, it, drawn.settings(), drawn.bounds()))
                    .map(it -> new PublishElection(it, election, heading(), KEY))
                    .map(it -> it.text(Instant.parse("2026-11-21T04:00:00Z"), new Random(1)))
                    .forEach(files::add);
        }
        return files;
    }

    private static Heading heading() {
        var day = LocalDate.of(2026, 11, 21);
        return new Heading("微实事", "柳苑社区", "2026", "greedy", day, day);
    }

    private static String changed(String file, UnaryOperator<Ledger> change) {
        var ledger = VerifyLedger.check(file.getBytes(StandardCharsets.UTF_8)).ledger();
        return WriteLedger.text(change.apply(ledger), KEY);
    }

    private static Ledger with(Ledger it, List<String> winners, String election) {
        return new Ledger(it.declared(), it.key(), it.entries(), it.heads(), it.openings(), winners, election);
    }

    private static List<String> others(List<String> winners) {
        return switch (winners.size()) {
            case 0 -> List.of("5");
            case 1 -> List.of();
            default -> winners.reversed();
        };
    }

    private static String otherPoints(String election) {
        return election.replaceFirst(",2\\.5", ",2.4");
    }

    private static String otherKind(String election) {
        return election.replaceFirst("vote_type;.*", "vote_type;guessed");
    }

    private static Ledger ruled(Ledger it) {
        var said = it.declared();
        var rule = said.rule() == Rule.GREEDY ? Rule.GREEDY_NO_SKIP : Rule.GREEDY;
        var other = new Declared(said.poll(), said.level(), said.fewest(), rule, said.settings(), said.bounds());
        return new Ledger(other, it.key(), it.entries(), it.heads(), it.openings(), it.winners(), it.election());
    }

    private static List<String> inProgram(List<String> files) {
        return files.stream().map(BrowserCountsIT::inProgram).toList();
    }

    private static String inProgram(String file) {
        try {
            var verdict = VerifyLedger.check(file.getBytes(StandardCharsets.UTF_8));
            String winners = String.join(",", verdict.ledger().winners());
            return (verdict.recounted() ? "right " : "no ballots for ") + winners;
        } catch (Refused refused) {
            return "line " + refused.line();
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> inBrowser(List<String> files) {
        try (Page page = BROWSER.desk().newPage()) {
            page.navigate("http://localhost:" + port + "/open/verify");
            var encoded = files.stream()
                    .map(it -> Base64.getEncoder().encodeToString(it.getBytes(StandardCharsets.UTF_8)))
                    .toList();
            return (List<String>) page.evaluate(CHECK, encoded);
        }
    }
}
