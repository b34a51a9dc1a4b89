package org.linli.polls.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.linli.platform.console.WrongArguments;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Purchase;
import org.linli.polls.counting.Trace;

/// `polls follow FILE`: the purchases of Equal Shares, a line each, cells divided by tabs, for a spreadsheet.
record Follow(PrintStream out) {

    /// What Equal Shares looks at.
    private static final Set<String> KNOWN = Set.of(
            "--utility",
            "--completion",
            "--start",
            "--exhaustive",
            "--comparison",
            "--increment",
            "--tie",
            "--limits",
            "--groups",
            "--leave-out-below-share");

    void run(List<String> arguments) throws IOException {
        Polls.requireFile(arguments);
        var choices = new Choices(arguments.subList(1, arguments.size())).knowing("follow", KNOWN);
        var election = Count.election(arguments.getFirst(), choices);
        var trace = trace(election, choices);
        out.println("step\tid\tcost\tprice\tpaying\tpaid all they had\tmost paid\tleft\teach began with "
                + trace.endowment());
        for (int i = 0; i < trace.purchases().size(); i++) {
            out.println(line(i + 1, election, trace.purchases().get(i)));
        }
    }

    private static Trace trace(Election election, Choices choices) {
        try {
            return Trace.of(election, choices.settings(election));
        } catch (IllegalArgumentException | ArithmeticException cannot) {
            throw new WrongArguments("this cannot be followed: " + cannot.getMessage());
        }
    }

    private static String line(int step, Election election, Purchase it) {
        var project = election.projects().get(it.project());
        return "%d\t%s\t%d\t%s\t%d\t%d\t%s\t%s"
                .formatted(
                        step,
                        project.id(),
                        project.cost(),
                        it.price(),
                        it.paying(),
                        it.emptied(),
                        it.most(),
                        it.left());
    }
}
