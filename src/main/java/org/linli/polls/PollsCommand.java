package org.linli.polls;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.linli.polls.command.Polls;
import org.linli.polls.command.WrongArguments;
import org.linli.polls.files.BrokenElection;

/// `java -jar linli.jar polls …`: counts elections, without a database.
public final class PollsCommand {

    private PollsCommand() {}

    /// @param args those of the program, `polls` first
    /// @return the exit status: 0, or 1 where the file is broken, or 2 where the call is
    public static int run(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        try {
            new Polls(out).run(List.of(args).subList(1, args.length));
            return 0;
        } catch (WrongArguments wrong) {
            err.println(wrong.getMessage());
            return 2;
        } catch (BrokenElection | IOException broken) {
            err.println(broken.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }
}
