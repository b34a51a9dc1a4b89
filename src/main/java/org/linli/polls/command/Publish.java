package org.linli.polls.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.linli.platform.console.Options;
import org.linli.platform.console.WrongArguments;
import org.linli.polls.counting.Rule;
import org.linli.polls.files.Heading;
import org.linli.polls.log.Level;
import org.linli.polls.log.SignKey;
import org.linli.polls.published.Declared;
import org.linli.polls.published.PublishElection;

/// `polls publish FILE --rule R --poll NAME --to LEDGER`: prints the key with which the ledger is signed. The secret
/// one is forgotten at once.
record Publish(PrintStream out) {

    void run(List<String> arguments) throws IOException {
        Polls.requireFile(arguments);
        var choices = new Choices(arguments.subList(1, arguments.size()), Set.of("--poll", "--to", "--level"));
        var rule = choices.rule();
        var election = Count.election(arguments.getFirst(), choices);
        var key = key(choices.options());
        var bounds = new Declared.Bounds(
                rule == Rule.GREEDY_THRESHOLD ? election.scales().threshold() : null,
                rule == Rule.STV ? election.seats() : 0);
        var declared =
                new Declared(key.check().name(), level(choices.options()), 0, rule, choices.settings(election), bounds);
        String text =
                text(new PublishElection(declared, election, heading(key.check().name()), key));
        Files.writeString(Path.of(choices.options().get("--to", key.check().name() + ".ledger")), text);
        out.println(key.check().written());
    }

    private static SignKey key(Options options) {
        try {
            return SignKey.make(options.get("--poll", ""));
        } catch (IllegalArgumentException badName) {
            throw new WrongArguments("--poll: " + badName.getMessage());
        }
    }

    private static Level level(Options options) {
        String typed = options.get("--level", Level.BALLOTS.word());
        return Level.named(typed)
                .orElseThrow(() ->
                        new WrongArguments("--level '%s', expected openings, ballots or tallies".formatted(typed)));
    }

    private static Heading heading(String poll) {
        var today = LocalDate.now(Clock.systemDefaultZone());
        return new Heading(poll, poll, String.valueOf(today.getYear()), "unknown", today, today);
    }

    private static String text(PublishElection election) {
        try {
            return election.text(Clock.systemUTC().instant(), new SecureRandom());
        } catch (IllegalArgumentException | ArithmeticException cannot) {
            throw new WrongArguments("this cannot be published: " + cannot.getMessage());
        }
    }
}
