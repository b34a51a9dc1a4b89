package org.linli.polls.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

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
              --limits       what the file caps by category stays below
              --leave-out-below-share   first leaves out what has fewer votes per voter than cost / (3 x budget)
            FILE ends with .pb .soc .soi .toc .toi or .cvotes""";

    private final PrintStream out;

    public Polls(PrintStream out) {
        this.out = out;
    }

    /// Throws [WrongArguments] and [org.linli.polls.files.BrokenElection].
    public void run(List<String> arguments) throws IOException {
        switch (arguments.isEmpty() ? "-h" : arguments.getFirst()) {
            case "count" -> new Count(out).run(arguments.subList(1, arguments.size()));
            case "-h", "--help", "help" -> out.println(HELP.formatted(Choices.rules(), Choices.utilities()));
            case String other -> throw new WrongArguments("unknown command '%s', see: polls -h".formatted(other));
        }
    }
}
