package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.Shows;
import org.linli.platform.embedded.TestServers;

/// Three replicas over one PostgreSQL and a Redis Cluster, behind something that sends each call to any of them, also
/// to one that is away: the platform calls again.
@Tag("long")
class ReplicasIT {

    private static final int NODES = 3;

    /// Longer than an inbox's lease (30 s), so that others have taken over what it held when it wakes up.
    private static final Duration ASLEEP = Duration.ofSeconds(40);

    private static final Duration NODE_AWAY = Duration.ofSeconds(4);

    private final List<LinliProcess> replicas = new CopyOnWriteArrayList<>();
    private final List<Duration> endings = new ArrayList<>();

    @Shows("a part of a Redis Cluster is away")
    @Shows("a replica stands still and wakes up late")
    @Shows("a replica is asked to stop")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void anyOneMayBeKilledReplacedOrSleepLongWithoutALostOrDoubledEffect() throws Exception {
        String database = TestServers.newDatabase();
        try (var redis = new RedisCluster(NODES);
                var ledger = new Ledger(database);
                var platform = new PlatformUnderLoad(Crowd.TALKERS)) {
            var settings = new ArrayList<>(List.of(
                    "--linli.database-url=" + database, "--linli.redis-url=" + redis.url(), "--linli.demo=false"));
            settings.addAll(platform.settings("willow"));
            for (int i = 0; i < 3; i++) {
                replicas.add(LinliProcess.underFire(settings));
            }
            var goesOn = new AtomicBoolean(true);
            var writing = CompletableFuture.supplyAsync(
                    () -> platform.writeWhile(this::any, 400, Duration.ofMillis(30), goesOn::get),
                    task -> Thread.ofVirtual().start(task));

            LinliProcess.pause(Duration.ofSeconds(3));
            killEachWhileTheFirstSleeps(redis);
            replaceEach(settings);
            goesOn.set(false);
            int written = writing.join();

            ledger.awaitQuiet(Duration.ofMinutes(3));
            ledger.keepsWhatWasPromised(platform);
            assertThat(endings).hasSize(3).allMatch(it -> it.compareTo(Duration.ofSeconds(20)) < 0);
            assertThat(redis.keys()).as("the cluster was used").isPositive();
            assertThat(platform.taken).as("taken in spite of it").hasSizeGreaterThan(written * 8 / 10);
        } finally {
            replicas.forEach(LinliProcess::close);
        }
    }

    private URI any() {
        return replicas.get(ThreadLocalRandom.current().nextInt(replicas.size()))
                .base();
    }

    /// Never two at a time of the same kind; the sleeper is killed after it has been awake again.
    private void killEachWhileTheFirstSleeps(RedisCluster redis) throws IOException {
        Instant asleep = Instant.now();
        replicas.getFirst().signal("STOP");
        for (int node = 0; node < NODES; node++) {
            redis.killAndStartAgain(node, NODE_AWAY);
            redis.awaitWhole();
        }
        for (var replica : replicas.subList(1, replicas.size())) {
            replica.killAndStartAgain();
        }
        LinliProcess.pause(ASLEEP.minus(Duration.between(asleep, Instant.now())));
        replicas.getFirst().signal("CONT");
        LinliProcess.pause(Duration.ofSeconds(3));
        replicas.getFirst().killAndStartAgain();
    }

    /// As an upgrade does it: a new one comes, then an old one is asked to go; calls still reach it until it is gone.
    private void replaceEach(List<String> settings) throws IOException {
        for (var old : List.copyOf(replicas)) {
            replicas.add(LinliProcess.underFire(settings));
            endings.add(old.stop());
            replicas.remove(old);
        }
        System.out.printf("asked to end under traffic: ended after %s%n", endings);
    }
}
