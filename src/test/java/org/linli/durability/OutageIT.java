package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.Shows;
import org.linli.platform.embedded.TestServers;

/// Redis, then PostgreSQL, are away for ten seconds while people write.
@Tag("long")
class OutageIT {

    private static final int MESSAGES = 1_500;
    private static final Duration OUTAGE = Duration.ofSeconds(10);

    @Shows("PostgreSQL stands still")
    @Shows("Redis is away, stands still, or takes calls and answers none")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void whileTheyStandStillNothingAcknowledgedIsLostAndWhatCannotBeStoredIsNotAcknowledged() throws Exception {
        whilePeopleWrite((platform, ledger) -> {
            int before = platform.taken.size();
            Neighbour.redis(TestServers.redis()).standStill(OUTAGE);
            assertThat(platform.taken).as("without Redis people are heard").hasSizeGreaterThan(before + 20);
            awaitTaken(platform, platform.taken.size() + 20);
            Neighbour.postgreSql(ledger).standStill(OUTAGE);
        });
    }

    @Shows("PostgreSQL is away")
    @Shows("Redis is away, stands still, or takes calls and answers none")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void serversThatEndAndComeBackAreFoundAgainAndNothingAcknowledgedIsLost() throws Exception {
        whilePeopleWrite((platform, ledger) -> {
            int before = platform.taken.size();
            Neighbour.redis(TestServers.redis()).endAndStartAgain("-KILL", OUTAGE);
            assertThat(platform.taken).as("without Redis people are heard").hasSizeGreaterThan(before + 20);
            awaitTaken(platform, platform.taken.size() + 20);
            Neighbour.postgreSql(ledger).endAndStartAgain("-INT", OUTAGE);
            ledger.connectAgain();
        });
    }

    @Shows("PostgreSQL breaks connections and takes no writes, as after a failover, or is held up by a lock")
    @Shows("Redis is away, stands still, or takes calls and answers none")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void slowServersAndOneThatTakesNoWritesDelayWhatPeopleWriteAndLoseNothing() throws Exception {
        whilePeopleWrite((platform, ledger) -> {
            int before = platform.taken.size();
            pauseRedis(OUTAGE);
            LinliProcess.pause(OUTAGE);
            assertThat(platform.taken)
                    .as("with a Redis that hangs people are heard")
                    .hasSizeGreaterThan(before + 20);
            ledger.execute("begin; lock table inbox.arrivals in access exclusive mode; select pg_sleep(8); commit");
            awaitTaken(platform, platform.taken.size() + 20);
            takesWrites(ledger, false);
            LinliProcess.pause(OUTAGE);
            takesWrites(ledger, true);
        });
    }

    /// As after a failover: connections break, and the server behind them is a standby.
    private static void takesWrites(Ledger ledger, boolean yes) throws SQLException {
        ledger.execute("do $$ begin execute format('alter database %%I set default_transaction_read_only = %s',"
                        .formatted(yes ? "off" : "on")
                + " current_database()); end $$");
        ledger.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    /// It takes calls and answers none.
    private static void pauseRedis(Duration time) {
        var client = RedisClient.create(TestServers.redis());
        try (var connection = client.connect()) {
            connection.sync().clientPause(time.toMillis());
        } finally {
            client.shutdown();
        }
    }

    private interface Trouble {
        void strike(PlatformUnderLoad platform, Ledger ledger) throws Exception;
    }

    private static void whilePeopleWrite(Trouble trouble) throws Exception {
        String database = TestServers.newDatabase();
        var settings = new ArrayList<>(List.of(
                "--linli.database-url=" + database, "--linli.redis-url=" + TestServers.redis(), "--linli.demo=false"));
        try (var ledger = new Ledger(database);
                var platform = new PlatformUnderLoad(Crowd.TALKERS)) {
            settings.addAll(platform.settings("willow"));
            try (var linli = LinliProcess.underFire(settings)) {
                var writing = CompletableFuture.runAsync(
                        () -> platform.write(linli.base(), MESSAGES, 400, Duration.ofMillis(25), () -> true),
                        task -> Thread.ofVirtual().start(task));
                awaitTaken(platform, 50);
                trouble.strike(platform, ledger);
                writing.join();
                ledger.awaitQuiet(Duration.ofMinutes(3));
                ledger.keepsWhatWasPromised(platform);
                // the platform calls again for fifteen seconds: less than it takes a slow machine to have its servers
                // back
                assertThat(platform.taken).as("taken in the end").hasSizeGreaterThan(MESSAGES * 3 / 4);
            }
        }
    }

    private static void awaitTaken(PlatformUnderLoad platform, int messages) {
        await().atMost(Duration.ofMinutes(1)).until(() -> platform.taken.size() >= messages);
    }
}
