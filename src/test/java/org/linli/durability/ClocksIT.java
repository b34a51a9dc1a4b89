package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.Shows;
import org.linli.platform.embedded.TestServers;

/// A thousand promised times are over in the same minute, among a hundred thousand open cases.
@Tag("long")
class ClocksIT {

    private static final String CASES = """
            insert into cases.cases (community_id, number, label, spot, detail, words, reporter_address, state, is_open,
              unit, due_at, opened_at, version)
            select 'lm', 'LM-2026-' || lpad(i::text, 6, '0'), 'report.elevator', '', '', '电梯停了', 'webchat:lm:person:r18',
              'ASSIGNED', true, 'property', now() + interval '9 days', now(), 1
            from generate_series(1, 100000) i""";

    private static final String CLOCKS = """
            insert into cases.clocks (community_id, number, name, due_at, stage, height, next_at)
            select 'lm', 'LM-2026-' || lpad(i::text, 6, '0'), 'accept', at, 'MISS', 0, at
            from (select i, now() + case when i % 100 = 0 then interval '1 second' else interval '5 days' end as at
              from generate_series(1, 100000) i) it""";

    @Shows("a replica is killed")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void threeReplicasOfWhichOneIsKilledEscalateEachOnce() throws Exception {
        String database = TestServers.newDatabase();
        var settings = List.of(
                "--linli.database-url=" + database,
                "--linli.redis-url=" + TestServers.redis(),
                "--linli.demo=false",
                "--linli.community.import="
                        + Path.of("deploy/demo/community.yaml").toAbsolutePath());
        try (var first = LinliProcess.asItIs(settings);
                var second = LinliProcess.asItIs(settings);
                var third = LinliProcess.asItIs(settings);
                var sql = connect(database)) {
            change(sql, CASES);
            change(sql, CLOCKS);
            var begun = Instant.now();
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> count(sql, "select count(*) from cases.misses") > 0);
            first.close();
            long before = count(sql, "select count(*) from cases.misses");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> count(sql, "select count(*) from cases.misses") >= 1_000);
            System.out.printf(
                    "killed after %d of 1000 were missed, all were told after %s%n",
                    before, Duration.between(begun, Instant.now()));

            LinliProcess.pause(Duration.ofSeconds(5));
            assertThat(second.isUp() && third.isUp()).isTrue();
            assertThat(count(sql, "select count(*) from cases.misses")).isEqualTo(1_000);
            assertThat(count(sql, "select count(*) from cases.steps where kind = 'OVERDUE'"))
                    .isEqualTo(1_000);
            assertThat(count(sql, "select count(*) from outbox.letters where template = 'case-unit-escalated'"))
                    .isEqualTo(1_000);
            assertThat(count(sql, "select count(*) from cases.clocks where next_at <= now()"))
                    .isZero();
        }
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                database.replaceFirst("^postgresql://(.*@)?", "jdbc:postgresql://"), "postgres", "");
    }

    private static void change(Connection sql, String statement) throws SQLException {
        try (var it = sql.createStatement()) {
            it.execute(statement);
        }
    }

    private static long count(Connection sql, String query) throws SQLException {
        try (var it = sql.createStatement();
                var rows = it.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
