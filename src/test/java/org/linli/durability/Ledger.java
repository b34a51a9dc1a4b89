package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the database says at the end, and whether it is what was promised.
final class Ledger implements AutoCloseable {

    private final Connection connection;

    Ledger(String url) throws SQLException {
        // postgresql://postgres@127.0.0.1:1234/name
        String[] parts = url.substring(url.indexOf('@') + 1).split("/");
        connection = DriverManager.getConnection("jdbc:postgresql://" + parts[0] + "/" + parts[1], "postgres", "");
        execute("create schema fire");
        execute("create table fire.effects (message text not null)");
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    String text(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /// Until nothing is on its way any more: leases are over, letters are sent or given up.
    void awaitQuiet(Duration atMost) throws SQLException {
        Instant end = Instant.now().plus(atMost);
        while (unfinished() > 0 && Instant.now().isBefore(end)) {
            LinliProcess.pause(Duration.ofMillis(500));
        }
        assertThat(unfinished()).as("messages and letters still on their way").isZero();
    }

    private int unfinished() throws SQLException {
        return number("select (select count(*) from inbox.arrivals where state in ('waiting', 'working'))"
                + " + (select count(*) from outbox.letters where state in ('due', 'sending', 'handed'))");
    }

    void keepsWhatWasPromised(PlatformUnderLoad platform) throws SQLException {
        assertThat(number("select count(*) from inbox.arrivals where state <> 'done'"))
                .isZero();
        Map<String, Integer> effects = counts("select message, count(*) from fire.effects group by 1");
        assertThat(effects.values()).as("effects of each message").allMatch(it -> it == 1);
        assertThat(effects.keySet()).as("what was acknowledged had its effect").containsAll(platform.taken);
        assertThat(effects).hasSize(number("select count(*) from inbox.arrivals"));
        Map<String, Integer> sent = counts("select substr(key, 8), 1 from outbox.letters where state = 'sent'");
        Map<String, Integer> unknown = counts("select substr(key, 8), 1 from outbox.letters where state = 'unknown'");
        assertThat(sent.size() + unknown.size()).as("one letter a message").isEqualTo(effects.size());
        assertThat(effects.keySet()).allSatisfy(message -> {
            List<String> answers = platform.answers.getOrDefault(message, List.of());
            assertThat(answers)
                    .as("%s, sent: %s", message, sent.containsKey(message))
                    .hasSizeLessThanOrEqualTo(1);
            if (sent.containsKey(message) && platform.taken.contains(message)) {
                assertThat(answers).as(message).hasSize(1);
            }
        });
        System.out.printf(
                "%d taken, %d with effect, %d answered, %d unknown%n",
                platform.taken.size(), effects.size(), platform.answers.size(), unknown.size());
    }

    private Map<String, Integer> counts(String query) throws SQLException {
        var counts = new HashMap<String, Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
        }
        return counts;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
