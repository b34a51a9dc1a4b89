package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the database says at the end, and whether it is what was promised.
final class Ledger implements AutoCloseable {

    private final String jdbc;
    private Connection connection;

    Ledger(String url) throws SQLException {
        // postgresql://postgres@127.0.0.1:1234/name
        String[] parts = url.substring(url.indexOf('@') + 1).split("/");
        jdbc = "jdbc:postgresql://" + parts[0] + "/" + parts[1];
        connection = DriverManager.getConnection(jdbc, "postgres", "");
        execute("create schema fire");
        execute("create table fire.effects (message text not null)");
    }

    /// To a server that was away.
    void connectAgain() {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            connection = DriverManager.getConnection(jdbc, "postgres", "");
            return true;
        });
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

    boolean is(String condition) {
        try {
            return number("select (%s)::int".formatted(condition)) == 1;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
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
        assertThat(counts(
                        "select state, count(*) from outbox.letters where state not in ('sent', 'unknown') group by 1"))
                .as("letters that stay behind")
                .isEmpty();
        assertThat(sent.size() + unknown.size()).as("one letter a message").isEqualTo(effects.size());
        everybodyHeardOneAnswer(platform, effects.keySet(), sent.keySet());
        tell(platform, effects, unknown);
    }

    /// The same for what the real program makes of reports. Who reports bears the name of the message.
    void keepsWhatWasReported(PlatformUnderLoad platform) throws SQLException {
        assertThat(number("select count(*) from inbox.arrivals where state <> 'done'"))
                .isZero();
        Map<String, Integer> effects = counts("""
                select split_part(address, ':', 4), count(*) from (
                    select reporter_address as address from cases.cases
                    union all select address from cases.supporters) both_of_them group by 1""");
        Map<String, Integer> steps = counts(
                "select split_part(by_id, ':', 4), count(*) from cases.steps where by_id like 'wechat:%' group by 1");
        assertThat(effects.values()).as("cases of each reporter").allMatch(it -> it == 1);
        assertThat(steps).as("steps of each reporter").isEqualTo(effects);
        assertThat(effects.keySet()).as("what was acknowledged had its effect").containsAll(platform.taken);
        assertThat(effects).hasSize(number("select count(*) from inbox.arrivals"));
        assertThat(letters("state in ('sent', 'unknown')"))
                .as("one letter a report")
                .isEqualTo(effects);
        everybodyHeardOneAnswer(
                platform, effects.keySet(), letters("state = 'sent'").keySet());
        tell(platform, effects, letters("state = 'unknown'"));
    }

    /// No case has a number that is still to be counted.
    void countsOnWhereItsCasesEnd() throws SQLException {
        assertThat(number("select count(*) from cases.cases")).isPositive();
        assertThat(number("""
                select count(*) from cases.cases c join cases.numbers n using (community_id)
                where split_part(c.number, '-', 2)::int = n.year and split_part(c.number, '-', 3)::int > n.last""")).as("cases beyond what was counted").isZero();
    }

    private Map<String, Integer> letters(String which) throws SQLException {
        return counts(
                "select split_part(address, ':', 4), count(*) from outbox.letters where address like 'wechat:%' and "
                        + which + " group by 1");
    }

    private static void everybodyHeardOneAnswer(PlatformUnderLoad platform, Set<String> messages, Set<String> sent) {
        assertThat(messages).allSatisfy(message -> {
            List<String> answers = platform.answers.getOrDefault(message, List.of());
            assertThat(answers)
                    .as("%s, sent: %s", message, sent.contains(message))
                    .hasSizeLessThanOrEqualTo(1);
            if (sent.contains(message) && platform.taken.contains(message)) {
                assertThat(answers).as(message).hasSize(1);
            }
        });
    }

    private static void tell(PlatformUnderLoad platform, Map<String, Integer> effects, Map<String, Integer> unknown) {
        System.out.printf(
                "%d taken, %d with effect, %d answered, %d unknown%n",
                platform.taken.size(), effects.size(), platform.answers.size(), unknown.size());
    }

    Map<String, Integer> counts(String query) throws SQLException {
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
