package org.linli.community;

import java.util.Arrays;

/// `community import FILE`: takes a file over into the database that the program works with, and ends.
public final class ImportCommand {

    private ImportCommand() {}

    public static boolean isMeant(String[] arguments) {
        return arguments.length >= 3 && arguments[0].equals("community") && arguments[1].equals("import");
    }

    /// The same as options of a start that serves nobody; other arguments as they are.
    public static String[] asOptions(String[] arguments) {
        if (!isMeant(arguments)) {
            return arguments;
        }
        var options = Arrays.copyOfRange(arguments, 2, arguments.length + 2);
        options[0] = "--linli.community.import=" + arguments[2];
        options[options.length - 2] = "--server.port=0";
        options[options.length - 1] = "--linli.jobs.enabled=false";
        return options;
    }
}
