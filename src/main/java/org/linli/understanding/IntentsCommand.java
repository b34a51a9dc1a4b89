package org.linli.understanding;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.linli.understanding.command.Intents;
import org.linli.understanding.command.WrongArguments;
import org.linli.understanding.examples.BrokenExamples;
import org.slf4j.LoggerFactory;

/// `java -jar linli.jar intents …`: what the service understands, without a database.
public final class IntentsCommand {

    private IntentsCommand() {}

    /// @param args those of the program, `intents` first
    /// @return the exit status: 0, or 1 where files are broken, or 2 where the call is
    public static int run(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(err); // whatever a library prints must not get between the answers
        quiet();
        try {
            new Intents(System.in, out).run(List.of(args).subList(1, args.length));
            return 0;
        } catch (WrongArguments wrong) {
            err.println(wrong.getMessage());
            return 2;
        } catch (BrokenExamples | IOException | UncheckedIOException broken) {
            err.println(broken.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }

    /// Without Spring nobody tells the log what to leave out.
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.ERROR);
        }
    }
}
