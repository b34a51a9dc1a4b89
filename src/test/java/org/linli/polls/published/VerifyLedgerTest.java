package org.linli.polls.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.files.Heading;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Level;
import org.linli.polls.log.Receipt;
import org.linli.polls.log.SignKey;
import org.linli.polls.log.TreeHead;

class VerifyLedgerTest {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private final SignKey key = SignKey.make("linli.example/lm/7");
    private final Election election = Election.of(
            List.of(new Project("1", "长椅", 60, true), new Project("2", "灯", 50, true), new Project("3", "花", 40, true)),
            100,
            List.of(approval(0), approval(0), approval(0, 1), approval(1, 2), approval(2), approval()));

    private static Ballot approval(Integer... named) {
        return new Ballot.Approval(List.of(named));
    }

    private String published(Level level, Rule rule) {
        var declared = new Declared(key.check().name(), level, rule, Settings.usual(election));
        var heading =
                new Heading("微实事", "柳苑社区", "2026", "unknown", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 21));
        return new PublishElection(declared, election, heading, key).text(NOON, new Random(1));
    }

    private static VerifyLedger.Verdict check(String file) {
        return VerifyLedger.check(file.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void whatWasPublishedIsRight(Level level) {
        var verdict = check(published(level, Rule.GREEDY));

        assertThat(verdict.ballots()).isEqualTo(6);
        assertThat(verdict.recounted()).isTrue();
        assertThat(verdict.ledger().winners()).containsExactly("1", "3");
        assertThat(verdict.ledger().openings()).hasSize(level == Level.OPENINGS ? 6 : 0);
        assertThat(verdict.ledger().election().contains("\n2;1\n")).isEqualTo(level != Level.TALLIES);
    }

    @Test
    void sumsAloneAreNotEnoughForEqualShares() {
        assertThat(check(published(Level.TALLIES, Rule.EQUAL_SHARES)).recounted())
                .isFalse();
        assertThat(check(published(Level.BALLOTS, Rule.EQUAL_SHARES)).recounted())
                .isTrue();
    }

    /// Every single byte, changed in two ways: the refusal names its line.
    @Test
    void oneChangedByteIsRefusedWithItsLine() {
        byte[] file = published(Level.OPENINGS, Rule.GREEDY).getBytes(StandardCharsets.UTF_8);
        int line = 1;
        for (int i = 0; i < file.length; i++) {
            for (int flip : List.of(1, 0x80)) {
                byte[] changed = file.clone();
                changed[i] ^= (byte) flip;
                var refused = catchThrowableOfType(Refused.class, () -> VerifyLedger.check(changed));
                assertThat(refused).as("byte %d of line %d", i, line).isNotNull();
                assertThat(refused.line()).as("byte %d", i).isEqualTo(line);
            }
            line += file[i] == '\n' ? 1 : 0;
        }
    }

    @Test
    void aLineTakenOutOrPutInIsRefused() {
        var lines = published(Level.BALLOTS, Rule.GREEDY).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var fewer = new ArrayList<>(lines);
            fewer.remove(i);
            var more = new ArrayList<>(lines);
            more.add(i, lines.get(i));
            assertRefused(String.join("\n", fewer) + "\n");
            assertRefused(String.join("\n", more) + "\n");
        }
        assertRefused("");
        assertRefused("hello\n");
    }

    private static void assertRefused(String file) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> check(file));
    }

    /// Whoever has the key can seal anything; then the contents contradict each other, or the heads that people kept.
    @Test
    void aSealedLieContradictsItself() {
        var honest = check(published(Level.BALLOTS, Rule.GREEDY)).ledger();
        var other = SignKey.make(key.check().name());

        assertLie(with(honest, honest.entries(), List.of("1", "2")), "counting anew gives [1, 3]");
        assertLie(with(honest, honest.entries().subList(0, 6), honest.winners()), "the first 7 entries are not those");
        var stuffed = new ArrayList<>(honest.entries());
        stuffed.add(Entry.cast(Receipt.draw("x", "2")));
        assertLie(with(honest, stuffed, honest.winners()), "no head covers the whole log");
        assertLie(signedAnew(honest, stuffed), "6 ballots, expected 7");
        assertLie(signedAnew(honest, honest.entries().subList(0, 6)), "6 ballots, expected 5");
        var softened = new ArrayList<>(honest.entries());
        softened.set(0, new Entry(Entry.Kind.RULES, honest.entries().get(1).what()));
        assertLie(signedAnew(honest, softened), "not the hash of the declared rules");
        assertRefused(WriteLedger.text(honest, other));
    }

    private Ledger signedAnew(Ledger it, List<Entry> entries) {
        var changed = with(it, entries, it.winners());
        var head = TreeHead.of(key.check(), changed.tree(), NOON).signed(key);
        return new Ledger(it.declared(), it.key(), entries, List.of(head), it.openings(), it.winners(), it.election());
    }

    private static Ledger with(Ledger it, List<Entry> entries, List<String> winners) {
        return new Ledger(it.declared(), it.key(), entries, it.heads(), it.openings(), winners, it.election());
    }

    private void assertLie(Ledger lie, String told) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> check(WriteLedger.text(lie, key)))
                .withMessageContaining(told);
    }

    @Test
    void anotherBallotBehindAnEntryIsNoticedWhereEntriesAreOpened() {
        var honest = check(published(Level.OPENINGS, Rule.GREEDY)).ledger();
        var openings = new ArrayList<>(honest.openings());
        var first = openings.getFirst();
        openings.set(0, new Opening(first.entry(), first.nonce(), first.ballot() + "3"));

        assertLie(
                new Ledger(
                        honest.declared(),
                        honest.key(),
                        honest.entries(),
                        honest.heads(),
                        openings,
                        honest.winners(),
                        honest.election()),
                "it does not open entry 2");
    }

    @Test
    void aKeptHeadShowsThatTheLogWasRewritten() {
        var verdict = check(published(Level.BALLOTS, Rule.GREEDY));
        var rewritten = check(published(Level.BALLOTS, Rule.GREEDY));
        var kept = verdict.ledger().heads().getLast();

        VerifyLedger.checkContinues(verdict, kept);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> VerifyLedger.checkContinues(rewritten, kept))
                .withMessageContaining("7 entries");
    }

    @Test
    void whoVotedAnewCountsOnce() {
        var honest = check(published(Level.BALLOTS, Rule.GREEDY)).ledger();
        var entries = new ArrayList<>(honest.entries());
        var again = Entry.cast(Receipt.draw(honest.declared().poll(), "2"));
        entries.add(again);
        entries.add(new Entry(Entry.Kind.REPLACED, again.what()));

        assertThat(check(WriteLedger.text(signedAnew(honest, entries), key)).ballots())
                .isEqualTo(6);
        entries.add(new Entry(Entry.Kind.VOIDED, again.what()));
        assertLie(signedAnew(honest, entries), "entry 10 does not fit");
    }

    @Test
    void whatWasVoidedCountsNoMoreAndItsReasonIsSealedWithIt() {
        var honest = check(published(Level.BALLOTS, Rule.GREEDY)).ledger();
        var entries = new ArrayList<>(honest.entries());
        var again = Entry.cast(Receipt.draw(honest.declared().poll(), "2"));
        entries.add(again);
        entries.add(new Entry(Entry.Kind.VOIDED, again.what(), "录错了；核对过;"));
        String file = WriteLedger.text(signedAnew(honest, entries), key);

        assertThat(check(file).ballots()).isEqualTo(6);
        assertThat(check(file).ledger().entries().getLast().reason()).isEqualTo("录错了；核对过;");
        assertRefused(file.replace("录错了", "没资格"));
    }

    /// A byte order mark or other line ends are changes too.
    @Test
    void editorsThatMeanWellAreNoticed() {
        String file = published(Level.BALLOTS, Rule.GREEDY);

        assertRefused("\uFEFF" + file);
        assertRefused(file.replace("\n", "\r\n"));
        assertRefused(file.strip());
    }
}
