package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/// A look into a server's own database: what was acknowledged has to be there.
final class Rows {

    private static final int LINE_WITH_THE_PORT = 3;

    private Rows() {}

    /// One line for the report, or why there is none.
    static String in(Path data, Subject subject) {
        return switch (subject) {
            case CONSTANT -> "";
            case KEPT -> say(data, "select count(*) || ' messages kept' from inbox.arrivals");
            case ANSWERED -> say(data, """
                    select count(*) || ' messages kept, ' || count(*) filter (where state = 'done') || ' worked on, '
                        || count(*) filter (where state = 'set_aside') || ' set aside; '
                        || (select count(*) from cases.cases where opened_at > now() - interval '10 minutes')
                        || ' cases, ' || (select count(*) from cases.supporters) || ' supporters' from inbox.arrivals
                    """);
            case PORTAL, TUNED_PORTAL -> say(data, "select count(*) || ' messages kept' from messages");
        };
    }

    private static String say(Path data, String sql) {
        try (var connection = DriverManager.getConnection(address(data), "postgres", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException | IOException unknown) {
            return "not known: " + unknown.getMessage();
        }
    }

    /// Empty where there is no database, or none any more.
    static Optional<ProcessHandle> postmaster(Path data) {
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(pidFile(data)).getFirst().strip()));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Path pidFile(Path data) {
        return data.resolve("postgresql").resolve("postmaster.pid");
    }

    private static String address(Path data) throws IOException {
        var lines = Files.readAllLines(pidFile(data));
        return "jdbc:postgresql://127.0.0.1:" + lines.get(LINE_WITH_THE_PORT).strip() + "/postgres";
    }
}
