package org.linli.durability;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A Redis, one that follows it, and a Sentinel that puts the second in the first one's place.
final class RedisSentinel implements AutoCloseable {

    private static final String WATCHED = "linli";

    final RedisServer first = RedisServer.start();
    final RedisServer second = RedisServer.start("--replicaof", "127.0.0.1", "" + first.port);
    private final RedisServer sentinel;

    RedisSentinel() throws IOException {
        Path settings = Files.createTempFile(Path.of("target"), "sentinel", ".conf");
        Files.writeString(settings, """
                sentinel monitor %1$s 127.0.0.1 %2$d 1
                sentinel down-after-milliseconds %1$s 1000
                sentinel failover-timeout %1$s 5000
                """.formatted(WATCHED, first.port));
        sentinel = RedisServer.startAsSentinel(settings.toAbsolutePath());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> asked("sentinel", "replicas", WATCHED).contains("" + second.port));
    }

    /// As `LINLI_REDIS_URL` takes it.
    String url() {
        return "redis-sentinel://127.0.0.1:%d/0#%s".formatted(sentinel.port, WATCHED);
    }

    /// Kills the first and waits until the second takes writes.
    void failOver() {
        first.close();
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        asked("sentinel", "get-master-addr-by-name", WATCHED).contains("" + second.port)
                                && second.asked("role").contains("master"));
    }

    /// By somebody else than the Sentinel and whoever asks.
    boolean secondIsUsed() {
        return second.asked("client", "list")
                .lines()
                .anyMatch(it -> !it.contains("name=sentinel") && !it.contains("cmd=client"));
    }

    private String asked(String... words) {
        return sentinel.asked(words);
    }

    @Override
    public void close() {
        sentinel.close();
        second.close();
        first.close();
    }
}
