package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.Shows;
import org.linli.platform.embedded.TestServers;

/// Too little disk for PostgreSQL, too little memory for the program.
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
