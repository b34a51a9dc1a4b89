package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.platform.embedded.TestServers;

/// The process dies at moments that nobody chose, while people write.
class KillIT {

    private static final int MESSAGES = 2_000;
    private static final int KILLS = 4;

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void everyMessageHasOneEffectAndEverySenderOneAnswerHoweverOftenTheProcessIsKilled() throws Exception {
        String database = TestServers.newDatabase();
        var settings = new ArrayList<>(List.of(
                "--linli.database-url=" + database, "--linli.redis-url=" + TestServers.redis(), "--linli.demo=false"));
        try (var ledger = new Ledger(database);
                var platform = new PlatformUnderLoad()) {
            settings.addAll(platform.settings("willow"));
            try (var linli = new LinliProcess(settings)) {
                var up = new AtomicBoolean(true);
                var writing = CompletableFuture.runAsync(
                        () -> platform.write(linli.base(), MESSAGES, 100, Duration.ofMillis(5), up::get),
                        task -> Thread.ofVirtual().start(task));
                for (int kill = 0; kill < KILLS; kill++) {
                    LinliProcess.pause(
                            Duration.ofMillis(ThreadLocalRandom.current().nextInt(500, 2_500)));
                    up.set(false);
                    linli.killAndStartAgain();
                    up.set(true);
                }
                writing.join();
                ledger.awaitQuiet(Duration.ofMinutes(3));
                ledger.keepsWhatWasPromised(platform);
                assertThat(platform.taken).as("taken in spite of it").hasSizeGreaterThan(MESSAGES / 2);
            }
        }
    }
}
