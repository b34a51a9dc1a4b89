package org.linli.platform.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// `keys make FILE` makes a file of keys, for installations that hand it to several replicas. `keys rotate` seals
/// everything in the database with a new key, and ends; the program may go on beside it.
public final class KeysCommand {

    private KeysCommand() {}

    /// @return the exit status; empty where another command is meant
    public static OptionalInt make(String[] arguments) {
        if (arguments.length != 3 || !arguments[0].equals("keys") || !arguments[1].equals("make")) {
            return OptionalInt.empty();
        }
        var file = new KeyFile(Path.of(arguments[2]));
        if (Files.exists(file.path())) {
            System.err.println(file.path() + " is there already, and is left alone");
            return OptionalInt.of(2);
        }
        try {
            file.make(Keyset.make());
            return OptionalInt.of(0);
        } catch (IOException refused) {
            System.err.println(file.path() + " cannot be made");
            return OptionalInt.of(1);
        }
    }

    public static boolean isMeant(String[] arguments) {
        return arguments.length >= 2 && arguments[0].equals("keys") && arguments[1].equals("rotate");
    }

    /// The same as options of a start that serves nobody; other arguments as they are.
    public static String[] asOptions(String[] arguments) {
        return isMeant(arguments)
                ? Stream.concat(
                                Stream.of(
                                        "--linli.keys-rotate=true",
                                        "--server.port=0",
                                        "--linli.jobs.enabled=false",
                                        "--linli.welcome=false"),
                                Arrays.stream(arguments).skip(2))
                        .toArray(String[]::new)
                : arguments;
    }
}
