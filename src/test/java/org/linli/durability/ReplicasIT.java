package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.Shows;
import org.linli.platform.embedded.TestServers;

/// Three replicas over one PostgreSQL and a Redis Cluster, behind something that sends each call to any of them, also
/// to
/// one that is away: the platform calls again.
@Tag("long")
class ReplicasIT {

    private static final int MESSAGES = 3_000;

    /// Longer than an inbox's lease (30 s), so that others have taken over what it held when it wakes up.
    private static final Duration ASLEEP = Duration.ofSeconds(40);

    @Shows("a part of a Redis Cluster is away")
    @Shows("a replica stands still and wakes up late")
    @Shows("a replica is asked to stop")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void anyOneMayBeKilledRestartedOrSleepLongWithoutALostOrDoubledEffect() throws Exception {
        String database = TestServers.newDatabase();
        try (var redis = new RedisCluster(3);
                var ledger = new Ledger(database);
                var platform = new PlatformUnderLoad(Crowd.TALKERS)) {
            var settings = new ArrayList<>(List.of(
                    "--linli.database-url=" + database, "--linli.redis-url=" + redis.url(), "--linli.demo=false"));
            settings.addAll(platform.settings("willow"));
            try (var first = LinliProcess.underFire(settings);
                    var second = LinliProcess.underFire(settings);
                    var third = LinliProcess.underFire(settings)) {
                var replicas = List.of(first, second, third);
                var writing = CompletableFuture.runAsync(
                        () -> platform.write(
                                () -> replicas.get(ThreadLocalRandom.current().nextInt(3))
                                        .base(),
                                MESSAGES,
                                400,
                                Duration.ofMillis(25),
                                () -> true),
                        task -> Thread.ofVirtual().start(task));
                LinliProcess.pause(Duration.ofSeconds(3));
                first.signal("STOP");
                second.killAndStartAgain();
                redis.killAndStartAgain(1, Duration.ofSeconds(5));
                Duration ending = third.stop();
                third.startAgain();
                System.out.printf("asked to end under traffic: ended after %s%n", ending);
                LinliProcess.pause(ASLEEP);
                first.signal("CONT");
                writing.join();

                ledger.awaitQuiet(Duration.ofMinutes(3));
                ledger.keepsWhatWasPromised(platform);
                assertThat(ending).isLessThan(Duration.ofSeconds(20));
                assertThat(redis.keys()).as("the cluster was used").isPositive();
                assertThat(platform.taken).as("taken in spite of it").hasSizeGreaterThan(MESSAGES * 8 / 10);
            }
        }
    }
}
