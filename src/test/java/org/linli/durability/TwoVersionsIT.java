package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/// An upgrade without a pause, and the way back: the version before (`.ci/former` builds it) and this one work on the
/// same database and Redis while people report.
@Tag("long")
class TwoVersionsIT {

    private static final Path FORMER = Path.of(System.getProperty("linli.former", "target/former/target/linli.jar"))
            .toAbsolutePath();

    private static final Path THIS = Path.of("target", "linli.jar").toAbsolutePath();

    private static final int ABREAST = 60;

    /// How long each mixture of versions works.
    private static final Duration SIDE_BY_SIDE = Duration.ofSeconds(6);

    private final List<LinliProcess> replicas = new CopyOnWriteArrayList<>();

    @Shows("replicas of two versions work side by side")
    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void nothingIsLostOrDoubledWhileReplicasAreReplacedByTheNextVersionAndBackAgain() throws Exception {
        assumeTrue(Files.exists(FORMER), "a jar of the version before is not here");
        String database = TestServers.newDatabase();
        try (var ledger = new Ledger(database);
                var platform = new PlatformUnderLoad(Crowd.REPORTERS)) {
            var settings = settings(database, platform);
            replicas.add(LinliProcess.of(FORMER, settings));
            replicas.add(LinliProcess.of(FORMER, settings));
            var goesOn = new AtomicBoolean(true);
            var writing = CompletableFuture.supplyAsync(
                    () -> platform.writeWhile(this::any, ABREAST, Duration.ofMillis(60), goesOn::get),
                    task -> Thread.ofVirtual().start(task));

            replaceOneBy(THIS, settings);
            replaceOneBy(THIS, settings);
            replaceOneBy(FORMER, settings);
            replaceOneBy(FORMER, settings);
            goesOn.set(false);
            int written = writing.join();

            ledger.awaitQuiet(Duration.ofMinutes(3));
            ledger.keepsWhatWasReported(platform);
            assertThat(platform.taken).as("taken meanwhile").hasSizeGreaterThan(written * 8 / 10);
        } finally {
            replicas.forEach(LinliProcess::close);
        }
    }

    private static List<String> settings(String database, PlatformUnderLoad platform) {
        var settings = new ArrayList<>(List.of(
                "--linli.database-url=" + database,
                "--linli.redis-url=" + TestServers.redis(),
                "--linli.demo=false",
                "--linli.community.import="
                        + Path.of("deploy/demo/community.yaml").toAbsolutePath()));
        settings.addAll(platform.settings("lm"));
        return settings;
    }

    private URI any() {
        return replicas.get(ThreadLocalRandom.current().nextInt(replicas.size()))
                .base();
    }

    /// A new one comes, both versions work, then the oldest is asked to go.
    private void replaceOneBy(Path version, List<String> settings) throws IOException {
        replicas.add(LinliProcess.of(version, settings));
        LinliProcess.pause(SIDE_BY_SIDE);
        var oldest = replicas.getFirst();
        oldest.stop();
        replicas.remove(oldest);
    }
}
