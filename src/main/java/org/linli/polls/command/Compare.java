package org.linli.polls.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.linli.platform.console.Options;
import org.linli.platform.console.WrongArguments;
import org.linli.polls.counting.Election;
import org.linli.polls.files.Heading;
import org.linli.polls.files.WritePabulib;
import org.linli.polls.laboratory.Culture;
import org.linli.polls.laboratory.Laboratory;
import org.linli.polls.laboratory.Trial;

/// `polls compare FILE`: a line for each rule, cells divided by tabs. `polls make …` writes an election to compare
/// with.
record Compare(PrintStream out) {

    /// The rules say all else themselves.
    private static final Set<String> KNOWN =
            Set.of("--tie", "--increment", "--threshold", "--seats", "--limits", "--groups", "--leave-out-below-share");

    void run(List<String> arguments) throws IOException {
        Polls.requireFile(arguments);
        var choices = new Choices(arguments.subList(1, arguments.size())).knowing("compare", KNOWN);
        var election = Count.election(arguments.getFirst(), choices);
        var settings = choices.settings(election);
        var trials = Trial.usual(election, settings.ties(), settings.increment());
        out.println("rule\twinners\tcost\twithout any\tids");
        new Laboratory(election).results(trials).forEach(it -> out.println(line(election, it)));
    }

    private static String line(Election election, Laboratory.Result it) {
        return "%s\t%d\t%s\t%d\t%s"
                .formatted(
                        it.trial().name(),
                        it.outcome().winners().size(),
                        election.amount(it.cost()),
                        it.without(),
                        String.join(",", Count.ids(election, it.outcome().winners())));
    }

    void make(List<String> arguments) throws IOException {
        var valued = Set.of("--culture", "--projects", "--voters", "--budget", "--seed", "--to");
        var options = new Options("polls", arguments, valued, Set.of());
        String typed = options.get("--culture", Culture.BUILDINGS.word());
        var culture = Culture.named(typed)
                .orElseThrow(() -> new WrongArguments(
                        "--culture '%s', expected impartial, popular, buildings or camps".formatted(typed)));
        long seed = options.number("--seed", 1L, 0, Long.MAX_VALUE);
        var election = culture.election(
                options.number("--projects", 20, 1, 500),
                options.number("--voters", 500, 1, 200_000),
                options.number("--budget", 100_000L, 1, 900_000_000),
                seed);
        var today = LocalDate.now(Clock.systemDefaultZone());
        var heading = new Heading("made up", culture.word(), "seed " + seed, "unknown", today, today);
        Files.writeString(Path.of(options.get("--to", "made-up.pb")), WritePabulib.text(election, heading));
    }
}
