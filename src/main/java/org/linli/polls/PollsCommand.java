package org.linli.polls;

import java.util.List;
import java.util.Set;
import org.linli.platform.console.Console;
import org.linli.polls.command.Polls;
import org.linli.polls.files.BrokenElection;
import org.linli.polls.published.Refused;

/// `java -jar linli.jar polls …`: counts elections and checks published ones, without a database.
public final class PollsCommand {

    private PollsCommand() {}

    /// @param args those of the program, `polls` first
    /// @return the exit status, see [Console#run]
    public static int run(String[] args) {
        var typed = List.of(args).subList(1, args.length);
        return Console.run(out -> new Polls(out).run(typed), Set.of(BrokenElection.class, Refused.class));
    }
}
