package org.linli.platform.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Runs a command and tells in one line what was wrong with it.
public final class Console {

    private Console() {}

    /// Something that was typed.
    public interface Command {
        void run(PrintStream out) throws IOException;
    }

    /// Whatever else a library prints goes where errors go, and not between the answers.
    ///
    /// @param broken what is thrown at a file that is not what it should be
    /// @return the exit status: 0, or 1 where a file is broken, or 2 where the call is
    public static int run(Command command, Set<Class<? extends RuntimeException>> broken) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(err);
        try {
            command.run(out);
            return 0;
        } catch (WrongArguments wrong) {
            err.println(wrong.getMessage());
            return 2;
        } catch (IOException | UncheckedIOException unreadable) {
            err.println(unreadable.getMessage());
            return 1;
        } catch (RuntimeException thrown) {
            if (broken.stream().noneMatch(it -> it.isInstance(thrown))) {
                throw thrown;
            }
            err.println(thrown.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }
}
