package org.linli.understanding;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.Set;
import org.linli.platform.console.Console;
import org.linli.understanding.command.Intents;
import org.linli.understanding.examples.BrokenExamples;
import org.slf4j.LoggerFactory;

/// `java -jar linli.jar intents …`: what the service understands, without a database.
public final class IntentsCommand {

    private IntentsCommand() {}

    /// @param args those of the program, `intents` first
    /// @return the exit status, see [Console#run]
    public static int run(String[] args) {
        quiet();
        var typed = List.of(args).subList(1, args.length);
        return Console.run(out -> new Intents(System.in, out).run(typed), Set.of(BrokenExamples.class));
    }

    /// Without Spring nobody tells the log what to leave out.
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.ERROR);
        }
    }
}
