package org.linli.channels.wecom.archive;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.util.Arrays;

/// The output of this process for its answers alone: whatever else prints, in Java or in a library, prints to the
/// errors.
final class OwnOutput {

    private static final int OUTPUT = 1;
    private static final int ERRORS = 2;

    private OwnOutput() {}

    /// Once in a process. Where the system does not let it be moved, libraries had better print nothing.
    static PrintStream take() {
        var out = new PrintStream(moved(), true, UTF_8);
        System.setOut(System.err);
        return out;
    }

    private static OutputStream moved() {
        try {
            var aside = new FileOutputStream("/dev/fd/" + call("dup", OUTPUT));
            call("dup2", ERRORS, OUTPUT);
            return aside;
        } catch (FileNotFoundException | IllegalStateException elsewhere) {
            return new FileOutputStream(FileDescriptor.out);
        }
    }

    private static int call(String name, Integer... arguments) {
        var linker = Linker.nativeLinker();
        var takes = new MemoryLayout[arguments.length];
        Arrays.fill(takes, JAVA_INT);
        var function = linker.defaultLookup()
                .find(name)
                .orElseThrow(() -> new IllegalStateException("no " + name + " on this system"));
        try {
            return (int) linker.downcallHandle(function, FunctionDescriptor.of(JAVA_INT, takes))
                    .invokeWithArguments((Object[]) arguments);
        } catch (Throwable refused) {
            throw new IllegalStateException(name, refused);
        }
    }
}
