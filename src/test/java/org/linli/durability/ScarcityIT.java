package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.linli.Shows;
import org.linli.platform.embedded.TestServers;

/// Too little disk for PostgreSQL and for the program, too little memory for the program.
@Tag("long")
class ScarcityIT {

    @Shows("PostgreSQL's disk is full")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void whileTheDiskOfPostgreSqlIsFullNothingIsAcknowledgedAndNothingAcknowledgedIsLost() throws Exception {
        try (var disk = new SmallDisk()) {
            UnderTraffic.with(TestServers.redis()).database(disk.newDatabase()).during((platform, linli) -> {
                disk.fill();
                await().atMost(Duration.ofMinutes(1)).until(() -> standsStill(platform));
                disk.makeRoom();
                await().atMost(Duration.ofMinutes(1)).until(disk::isUp);
                platform.awaitMore(100);
                assertThat(linli.isUp()).as("the same process goes on").isTrue();
            });
        }
    }

    /// The model is not kept and is learnt again at the next start; what residents send goes through no file.
    @Shows("the program's own disk is full")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void aProgramWithoutAByteOfDiskLearnsAndAnswersAndTakesPictures(@TempDir Path folder) throws Exception {
        String database = TestServers.newDatabase();
        try (var disk = new FullDisk(folder);
                var ledger = new Ledger(database);
                var platform = new PlatformUnderLoad(Crowd.REPORTERS)) {
            assertThatThrownBy(() -> Files.write(disk.path().resolve("a"), new byte[5_000]))
                    .hasMessageContaining("space");
            var settings = new ArrayList<>(List.of(
                    "--linli.database-url=" + database,
                    "--linli.redis-url=" + TestServers.redis(),
                    "--linli.demo=false",
                    "--linli.understanding.cache=" + disk.path().resolve("models"),
                    "--linli.community.import="
                            + Path.of("deploy/demo/community.yaml").toAbsolutePath()));
            settings.addAll(platform.settings("lm"));
            try (var linli = LinliProcess.asItIs(settings, List.of("-Djava.io.tmpdir=" + disk.path()))) {
                platform.write(linli.base(), 20, 20, Duration.ofMillis(50), () -> true);
                ledger.awaitQuiet(Duration.ofMinutes(4));
                ledger.keepsWhatWasReported(platform);
                assertThat(platform.answers).hasSize(20);
                assertThat(shown(linli.base())).as("a picture in the chat").isEqualTo(200);
            }
        }
    }

    /// What the chat answers to a picture of a megabyte.
    private static int shown(URI service) throws Exception {
        try (var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            browser.send(HttpRequest.newBuilder(service.resolve("/chat")).build(), BodyHandlers.discarding());
            var picture = HttpRequest.newBuilder(service.resolve("/chat/pictures/" + UUID.randomUUID()))
                    .header("Content-Type", "image/jpeg")
                    .header("Origin", service.toString())
                    .PUT(BodyPublishers.ofByteArray(noise()))
                    .build();
            return browser.send(picture, BodyHandlers.discarding()).statusCode();
        }
    }

    private static byte[] noise() throws IOException {
        var picture = new BufferedImage(1_400, 1_000, BufferedImage.TYPE_INT_RGB);
        var dice = new Random(7);
        for (int at = 0; at < 1_400_000; at++) {
            picture.setRGB(at % 1_400, at / 1_400, dice.nextInt());
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static boolean standsStill(UnderTraffic.Writers platform) {
        int before = platform.taken();
        LinliProcess.pause(Duration.ofSeconds(3));
        return platform.taken() == before;
    }

    /// The process ends, as `deploy/jvm.options` says, and whoever watches over it starts it again.
    @Shows("memory is short")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void aProgramThatRunsOutOfMemoryEndsAndIsStartedAgainAndNothingAcknowledgedIsLost() throws Exception {
        UnderTraffic.with(TestServers.redis())
                .jvm("-Xmx256m", "-XX:+ExitOnOutOfMemoryError")
                // until it is up again, the platform gives some messages up
                .takes(600)
                .during((platform, linli) -> {
                    linli.takeMemory();
                    await().atMost(Duration.ofMinutes(1)).until(() -> !linli.isAlive());
                    linli.startAgain();
                    platform.awaitMore(100);
                });
    }
}
