package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.linli.Shows;
import org.linli.platform.embedded.TestServers;

/// The clock of the program's machine is set by hours while people write; that of PostgreSQL and of the platform is
/// not.
@Tag("long")
class ClockJumpsIT {

    private static final Duration FAR = Duration.ofHours(3);
    private static final int MEANWHILE = 100;

    /// So many bear a time that was wrong by more than half of it.
    private static final String TOLD =
            "select count(*) from inbox.arrivals where received_at %s now() %s interval '90 minutes'";

    @TempDir
    Path folder;

    @Shows("the clock jumps by hours")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void aheadAndBackAndBehindAndBackEverybodyIsAnsweredOnce() throws Exception {
        var clock = new PlayedClock(folder);
        UnderTraffic.with(TestServers.redis()).under(clock.command()).during((writers, linli) -> {
            clock.jump(FAR);
            awaitTold(writers, TOLD.formatted(">", "+"));
            clock.jump(Duration.ZERO);
            writers.awaitMore(MEANWHILE);
            clock.jump(FAR.negated());
            awaitTold(writers, TOLD.formatted("<", "-"));
            clock.jump(Duration.ZERO);
            writers.awaitMore(MEANWHILE);
            assertThat(linli.isAlive()).as("the same process goes on").isTrue();
        });
    }

    private static void awaitTold(UnderTraffic.Writers writers, String told) {
        await().atMost(Duration.ofMinutes(2)).until(() -> writers.ledger().number(told) >= MEANWHILE);
    }
}
