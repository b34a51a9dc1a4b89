package org.linli.platform.traces;

import io.r2dbc.spi.R2dbcException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An error as it may stand in a log: of what class it is, because of what, with the state that a database tells
/// (SQLSTATE), and where in our program it came from. Never what it says: databases and platforms quote what people
/// wrote.
public final class Failed {

    private static final int MOST_CAUSES = 5;
    private static final String OURS = "org.linli.";

    private Failed() {}

    /// Like `DataIntegrityViolationException < R2dbcDataIntegrityViolationException[23505] at WriteTaken.java:44`.
    public static String briefly(Throwable error) {
        return causes(error).map(Failed::kind).collect(Collectors.joining(" < "))
                + place(error).map(it -> " at " + it).orElse("");
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, it -> it != null, Throwable::getCause).limit(MOST_CAUSES);
    }

    private static String kind(Throwable it) {
        String state = it instanceof R2dbcException said ? said.getSqlState() : null;
        return it.getClass().getSimpleName() + (state == null ? "" : "[" + state + "]");
    }

    /// The first line of ours, of the innermost cause that has one.
    private static Optional<String> place(Throwable error) {
        return causes(error)
                .flatMap(it -> Stream.of(it.getStackTrace())
                        .filter(line -> line.getClassName().startsWith(OURS) && line.getFileName() != null)
                        .limit(1))
                .reduce((_, inner) -> inner)
                .map(line -> line.getFileName() + ":" + line.getLineNumber());
    }
}
