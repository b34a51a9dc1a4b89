package org.linli.polls.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.linli.platform.console.WrongArguments;

/// What may be asked of `polls` on the command line.
public final class Polls {

    private static final String HELP = """
            polls count FILE --rule R [options]   who has won
              --rule         %s
              --utility      %s
              --completion   none utilitarian add1 add1u
              --start        floor exact
              --increment N  whole units of money
              --threshold T  least votes or points
              --seats N
              --tie LIST     of cost votes name list lot=SEED, like cost,votes,lot=2026
              --exhaustive   add1 stops as soon as nothing more fits
              --comparison   greedy by votes wins where more voters prefer it
              --limits       what the file caps by category or area stays below, what it excludes is excluded
              --groups FILE  lines like `3,7` (only one of them wins) and `12000: 3,7,9` (that much for all of them)
              --leave-out-below-share   first leaves out what has fewer votes per voter than cost / (3 x budget)
            FILE ends with .pb .soc .soi .toc .toi or .cvotes
            polls compare FILE [--tie LIST] [--increment N] [--threshold T] [--seats N] [--limits] [--groups FILE]
              [--leave-out-below-share]   what other rules would have chosen, and how many voters each leaves with nothing
            polls make [--culture impartial|popular|buildings|camps] [--projects N] [--voters N] [--budget B] [--seed S]
              [--to FILE.pb]   an election with made-up ballots
            polls explain FILE --rule R [options]   why each loser lost and what would have changed it, in Chinese
            polls follow FILE [options of equal shares]   what voters buy by equal shares, step by step, in the smallest unit of money
            polls publish FILE --rule R [options] --poll NAME --to LEDGER [--level openings|ballots|tallies]
              a ledger of an election that was held without one, signed with a key of its own
            polls verify LEDGER [--key KEY] [--head FILE]   checks a published ledger and counts it once more
              --key          that of the notice board
              --head         a signed head that somebody kept: the log has to continue it""";

    private final PrintStream out;

    public Polls(PrintStream out) {
        this.out = out;
    }

    /// Throws [WrongArguments] and [org.linli.polls.files.BrokenElection].
    public void run(List<String> arguments) throws IOException {
        switch (arguments.isEmpty() ? "-h" : arguments.getFirst()) {
            case "count" -> new Count(out).run(arguments.subList(1, arguments.size()));
            case "compare" -> new Compare(out).run(arguments.subList(1, arguments.size()));
            case "make" -> new Compare(out).make(arguments.subList(1, arguments.size()));
            case "explain" -> new Explain(out).run(arguments.subList(1, arguments.size()));
            case "follow" -> new Follow(out).run(arguments.subList(1, arguments.size()));
            case "publish" -> new Publish(out).run(arguments.subList(1, arguments.size()));
            case "verify" -> new Verify(out).run(arguments.subList(1, arguments.size()));
            case "-h", "--help", "help" -> out.println(HELP.formatted(Choices.rules(), Choices.utilities()));
            case String other -> throw new WrongArguments("unknown command '%s', see: polls -h".formatted(other));
        }
    }

    static void requireFile(List<String> arguments) {
        if (arguments.isEmpty() || arguments.getFirst().startsWith("--")) {
            throw new WrongArguments("which file? see: polls -h");
        }
    }

    static Path existing(String file) {
        if (!Files.isRegularFile(Path.of(file))) {
            throw new WrongArguments("there is no file '%s'".formatted(file));
        }
        return Path.of(file);
    }
}
