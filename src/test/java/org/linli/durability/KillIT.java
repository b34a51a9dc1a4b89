package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.Shows;
import org.linli.platform.embedded.TestServers;

/// The process dies at moments that nobody chose, while people write.
@Tag("long")
class KillIT {

    private static final int MESSAGES = 2_000;
    private static final int KILLS = 4;
    private static final int REPORTS = 600;
    private static final int REPORT_KILLS = 2;
    private static final int ABREAST = 100;

    @Shows("a replica is killed")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void everyMessageHasOneEffectAndEverySenderOneAnswerHoweverOftenTheProcessIsKilled() throws Exception {
        String database = TestServers.newDatabase();
        var settings = new ArrayList<>(List.of(
                "--linli.database-url=" + database, "--linli.redis-url=" + TestServers.redis(), "--linli.demo=false"));
        try (var ledger = new Ledger(database);
                var platform = new PlatformUnderLoad(Crowd.TALKERS)) {
            settings.addAll(platform.settings("willow"));
            try (var linli = LinliProcess.underFire(settings)) {
                writeAndKill(platform, linli, MESSAGES, KILLS);
                ledger.awaitQuiet(Duration.ofMinutes(3));
                ledger.keepsWhatWasPromised(platform);
                takenInSpiteOfIt(platform, MESSAGES, KILLS);
            }
        }
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void everyReportIsOneCaseOrJoinsOneAndIsAnsweredOnce() throws Exception {
        String database = TestServers.newDatabase();
        var settings = new ArrayList<>(List.of(
                "--linli.database-url=" + database,
                "--linli.redis-url=" + TestServers.redis(),
                "--linli.demo=false",
                "--linli.community.import="
                        + Path.of("deploy/demo/community.yaml").toAbsolutePath()));
        try (var ledger = new Ledger(database);
                var platform = new PlatformUnderLoad(Crowd.REPORTERS)) {
            settings.addAll(platform.settings("lm"));
            try (var linli = LinliProcess.asItIs(settings)) {
                writeAndKill(platform, linli, REPORTS, REPORT_KILLS);
                ledger.awaitQuiet(Duration.ofMinutes(3));
                ledger.keepsWhatWasReported(platform);
                takenInSpiteOfIt(platform, REPORTS, REPORT_KILLS);
            }
        }
    }

    private static void writeAndKill(PlatformUnderLoad platform, LinliProcess linli, int messages, int kills)
            throws IOException {
        var up = new AtomicBoolean(true);
        var writing = CompletableFuture.runAsync(
                () -> platform.write(linli.base(), messages, ABREAST, Duration.ofMillis(5), up::get),
                task -> Thread.ofVirtual().start(task));
        for (int kill = 0; kill < kills; kill++) {
            LinliProcess.pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(500, 2_500)));
            up.set(false);
            linli.killAndStartAgain();
            up.set(true);
        }
        writing.join();
    }

    /// The platform gives up after twenty seconds, and a slow machine takes longer to start: then those are lost, and
    /// told so, who were writing when it was killed, and the one who had made up their mind to.
    private static void takenInSpiteOfIt(PlatformUnderLoad platform, int messages, int kills) {
        assertThat(platform.taken)
                .as("taken in spite of it")
                .hasSizeGreaterThanOrEqualTo(messages - kills * (ABREAST + 1));
    }
}
