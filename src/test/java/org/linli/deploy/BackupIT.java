package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.Shows;
import org.linli.platform.embedded.Schemas;

/// What was saved comes back, with the server and the programs of this machine.
@Tag("long")
class BackupIT {

    private static final String LETTERS = """
            insert into outbox.letters (community_id, key, address, template, facts, state, created_at)
            select 'lm', 'k' || i, 'webchat:lm:person:r' || i, 'x', '{"words":"楼道灯"}',
              (array['due', 'sent', 'sending', 'held'])[1 + i % 4], now()
            from generate_series(1, 1000) i""";

    private static final String A_CALL_THAT_WAITS = """
            insert into webhooks.subscriptions (community_id, id, url, topics, secret, made_by, made_at)
            values ('lm', 's', 'https://example.org/', '{POLL_COUNTED}', 'x', 'chen', now());
            insert into webhooks.deliveries (community_id, subscription, topic, body, at, due_at)
            values ('lm', 's', 'POLL_COUNTED', '{}', now(), now())""";

    /// Rows name one another where tables do, so that those that need others come in a later round.
    private static final int ROUNDS = 4;

    /// What is held back where it comes back: letters and calls that were on their way.
    private static final String HELD_BACK = """
            case schemaname || '.' || tablename
              when 'outbox.letters' then '{state,reason,finished_at,lease_until,behind}'
              when 'webhooks.deliveries' then '{due_at,outcome}'
              when 'open311.calls' then '{due_at,outcome}'
              else '{}' end""";

    @TempDir
    Path folder;

    @Shows("the database is restored from a backup")
    @Test
    void everyRowComesBackAndNothingGoesOutTwiceUntilSomebodyHasLooked() throws Exception {
        try (var server = DebianPostgreSql.start()) {
            String before = server.newDatabase("town");
            String after = server.newDatabase("town2");
            Schemas.bringUpToDate(before);
            try (var sql = server.connect("town")) {
                change(
                        sql,
                        "insert into community.communities (community_id, name, case_prefix) values ('lm', '柳苑', 'LM')");
                for (int round = 0; round < ROUNDS; round++) {
                    change(sql, ARow.FITTING_IN_EVERY_TABLE);
                }
                change(sql, "delete from outbox.restores");
                change(sql, LETTERS);
                change(sql, A_CALL_THAT_WAITS);
            }

            var saved = Shell.run(server.environment(before), List.of("deploy/backup", folder.toString()));
            assertThat(saved.status()).as(saved.said()).isZero();
            String file = saved.said().strip();
            var restored = Shell.run(server.environment(after), List.of("deploy/restore", file));
            assertThat(restored.status()).as(restored.said()).isZero();

            try (var old = server.connect("town");
                    var now = server.connect("town2")) {
                var expected = rows(old);
                expected.put("outbox.restores", 1L);
                assertThat(rows(now)).isEqualTo(expected);
                var contents = contents(old);
                assertThat(contents).as("with rows in nearly every table").hasSizeGreaterThan(expected.size() * 4 / 5);
                assertThat(contents(now)).containsAllEntriesOf(contents);
                assertThat(numbers(now, "select community_id, 1 from outbox.restores where ended_at is null"))
                        .as("what falls due by itself waits for somebody")
                        .containsOnlyKeys("lm");
                assertThat(
                                numbers(
                                        now,
                                        "select due_at::text, count(*) from webhooks.deliveries where subscription = 's' group by 1"))
                        .as("calls to programs wait too")
                        .isEqualTo(Map.of("infinity", 1L));
                change(now, A_CALL_THAT_WAITS.substring(A_CALL_THAT_WAITS.indexOf(';') + 1));
                assertThat(numbers(now, "select 'id', max(id) from webhooks.deliveries")
                                .get("id"))
                        .as("no number is given twice")
                        .isGreaterThan(1_000_000L);
                assertThat(states(now)).isEqualTo(Map.of("sent", 250L, "held", 250L, "unknown", 500L));
                change(
                        now,
                        "insert into outbox.letters (community_id, key, address, template, facts, state, created_at)"
                                + " values ('lm', 'new', 'webchat:lm:person:r1', 'x', '{}', 'due', now())");
            }
            Schemas.bringUpToDate(after);
            var again = Shell.run(server.environment(after), List.of("deploy/restore", file));
            assertThat(again.status())
                    .as("a database with rows is not written over")
                    .isEqualTo(2);
        }
    }

    @Test
    void aBrokenFileChangesNothing() throws Exception {
        try (var server = DebianPostgreSql.start()) {
            String town = server.newDatabase("town");
            Schemas.bringUpToDate(town);
            String file = Shell.run(server.environment(town), List.of("deploy/backup", folder.toString()))
                    .said()
                    .strip();
            byte[] bytes = Files.readAllBytes(Path.of(file));
            Path half = Files.write(folder.resolve("half.dump"), java.util.Arrays.copyOf(bytes, bytes.length / 2));

            String other = server.newDatabase("other");
            var restored = Shell.run(server.environment(other), List.of("deploy/restore", half.toString()));

            assertThat(restored.status()).isNotZero();
            try (var sql = server.connect("other")) {
                assertThat(rows(sql)).isEmpty();
            }
        }
    }

    @Test
    void aPasswordIsSeenByNobody() throws Exception {
        var refused = Shell.run(
                Map.of("LINLI_DATABASE_URL", "postgresql://linli:s3cret@127.0.0.1:1/none"),
                List.of("deploy/backup", folder.toString()));

        assertThat(refused.status()).isNotZero();
        assertThat(refused.said()).doesNotContain("s3cret");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theAddressMayLieInAFileOfSecrets() throws Exception {
        try (var server = DebianPostgreSql.start()) {
            String town = server.newDatabase("town");
            Schemas.bringUpToDate(town);
            Path secrets = Files.createDirectory(folder.resolve("secrets"));
            Files.writeString(secrets.resolve("linli.database-url"), town + "\n");
            var environment = new TreeMap<>(server.environment(town));
            environment.remove("LINLI_DATABASE_URL");
            environment.put("LINLI_SECRETS", secrets.toString());

            var saved = Shell.run(
                    environment,
                    List.of("deploy/backup", folder.resolve("backups").toString()));

            assertThat(saved.status()).as(saved.said()).isZero();
        }
    }

    private static Map<String, Long> rows(Connection sql) throws SQLException {
        return numbers(sql, """
                select schemaname || '.' || tablename, (xpath('/row/c/text()',
                  query_to_xml(format('select count(*) as c from %I.%I', schemaname, tablename), false, true, '')))[1]::text::bigint
                from pg_tables where schemaname not in ('pg_catalog', 'information_schema')""");
    }

    /// A checksum of each table that has rows, without what tells of being held back.
    private static Map<String, String> contents(Connection sql) throws SQLException {
        var all = read(sql, """
                select schemaname || '.' || tablename, (xpath('/row/c/text()', query_to_xml(format(
                  'select coalesce(md5(string_agg(it, chr(10) order by it collate "C")), ''none'') as c
                   from (select (to_jsonb(t) - %%L::text[])::text as it from %%I.%%I t) rows',
                  %s, schemaname, tablename), false, true, '')))[1]::text
                from pg_tables where schemaname not in ('pg_catalog', 'information_schema')""".formatted(HELD_BACK));
        all.values().removeIf("none"::equals);
        return all;
    }

    private static Map<String, Long> states(Connection sql) throws SQLException {
        return numbers(sql, "select state, count(*) from outbox.letters where template = 'x' group by 1");
    }

    private static Map<String, Long> numbers(Connection sql, String query) throws SQLException {
        var all = new TreeMap<String, Long>();
        read(sql, query).forEach((name, number) -> all.put(name, Long.valueOf(number)));
        return all;
    }

    private static Map<String, String> read(Connection sql, String query) throws SQLException {
        var all = new TreeMap<String, String>();
        try (var statement = sql.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.put(rows.getString(1), rows.getString(2));
            }
        }
        return all;
    }

    private static void change(Connection sql, String statement) throws SQLException {
        try (var it = sql.createStatement()) {
            it.execute(statement);
        }
    }
}
