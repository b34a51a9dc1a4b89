package org.linli.polls.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.files.Heading;
import org.linli.polls.log.Level;
import org.linli.polls.log.SignKey;

/// Published ledgers, which anybody may hand in: there is a verdict, or the line that is refused.
public final class FuzzedLedgers {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private FuzzedLedgers() {}

    /// What looks right: an election with open ballots as we publish it.
    public static List<byte[]> seeds() {
        var election = Election.of(
                List.of(new Project("1", "长椅", 60, true), new Project("2", "灯", 50, true)),
                100,
                List.of(new Ballot.Approval(List.of(0)), new Ballot.Approval(List.of(0, 1))));
        var key = SignKey.make("linli.example/lm/7");
        var heading =
                new Heading("微实事", "柳苑社区", "2026", "unknown", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 21));
        return Stream.of(Level.values())
                .map(it -> new Declared(key.check().name(), it, Rule.GREEDY, Settings.usual(election)))
                .map(it -> new PublishElection(it, election, heading, key).text(NOON, new Random(1)))
                .map(it -> it.getBytes(UTF_8))
                .toList();
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            VerifyLedger.check(bytes);
        } catch (Refused refused) {
            // as it should be
        }
    }
}
