package org.linli.community;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// `community import FILE`: takes a file over into the database that the program works with, and ends.
public final class ImportCommand {

    private static final List<String> SERVES_NOBODY = List.of(
            "--linli.community.import-only=true",
            "--server.port=0",
            "--linli.jobs.enabled=false",
            "--linli.welcome=false");

    private ImportCommand() {}

    public static boolean isMeant(String[] arguments) {
        return arguments.length >= 3 && arguments[0].equals("community") && arguments[1].equals("import");
    }

    /// The same as options of a start that serves nobody; other arguments as they are.
    public static String[] asOptions(String[] arguments) {
        if (!isMeant(arguments)) {
            return arguments;
        }
        var imports = Stream.of("--linli.community.import=" + arguments[2]);
        return Stream.of(imports, Arrays.stream(arguments).skip(3), SERVES_NOBODY.stream())
                .flatMap(it -> it)
                .toArray(String[]::new);
    }
}
