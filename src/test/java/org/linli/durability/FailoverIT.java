package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.linli.Shows;
import org.linli.platform.embedded.TestServers;

/// The primary dies while people write, and its standby takes over behind the same address.
@Tag("long")
class FailoverIT {

    private static final int MESSAGES = 1_500;
    private static final Duration UNTIL_SOMEBODY_ACTS = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private interface Before {
        void theEnd(PrimaryAndStandby servers, PlatformUnderLoad platform) throws Exception;
    }

    private interface After {
        void all(Ledger ledger, PlatformUnderLoad platform) throws Exception;
    }

    @Shows("PostgreSQL's primary dies and its standby takes over behind the same address")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void withSynchronousReplicationNothingThatWasAcknowledgedIsLost() throws Exception {
        try (var servers = new PrimaryAndStandby(folder, true)) {
            whilePeopleWrite(servers, (_, _) -> {}, (ledger, platform) -> ledger.keepsWhatWasPromised(platform));
        }
    }

    private static void whilePeopleWrite(PrimaryAndStandby servers, Before before, After after) throws Exception {
        try (var line = new SwitchedLine(servers.primary())) {
            String database = "postgresql://postgres@127.0.0.1:%d/postgres".formatted(line.port());
            var settings = new ArrayList<>(List.of(
                    "--linli.database-url=" + database,
                    "--linli.redis-url=" + TestServers.redis(),
                    "--linli.demo=false"));
            try (var ledger = new Ledger(database);
                    var platform = new PlatformUnderLoad(Crowd.TALKERS)) {
                settings.addAll(platform.settings("willow"));
                try (var linli = LinliProcess.underFire(settings)) {
                    var writing = CompletableFuture.runAsync(
                            () -> platform.write(linli.base(), MESSAGES, 400, Duration.ofMillis(25), () -> true),
                            task -> Thread.ofVirtual().start(task));
                    awaitTaken(platform, 100);
                    before.theEnd(servers, platform);

                    servers.killPrimary();
                    line.cut();
                    LinliProcess.pause(UNTIL_SOMEBODY_ACTS);
                    int taken = platform.taken.size();
                    servers.promoteStandby();
                    line.leadTo(servers.standby());
                    ledger.connectAgain();

                    awaitTaken(platform, taken + 100);
                    writing.join();
                    ledger.awaitQuiet(Duration.ofMinutes(3));
                    after.all(ledger, platform);
                    assertThat(platform.taken).as("all were taken in the end").hasSizeGreaterThan(MESSAGES * 9 / 10);
                }
            }
        }
    }

    private static void awaitTaken(PlatformUnderLoad platform, int messages) {
        await().atMost(Duration.ofMinutes(1)).until(() -> platform.taken.size() >= messages);
    }
}
