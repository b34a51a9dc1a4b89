package org.linli.durability;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.Shows;

/// PostgreSQL, or Redis, answers late while people write: first a fifth of a second, then two.
@Tag("long")
class SlowLinesIT {

    private static final Duration SLOW = Duration.ofMillis(200);
    private static final Duration HARDLY = Duration.ofSeconds(2);
    private static final Duration FOR = Duration.ofSeconds(8);

    @Shows("PostgreSQL answers late")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void aPostgreSqlThatAnswersLateDelaysWhatPeopleWriteAndNothingAcknowledgedIsLost() throws Exception {
        try (var lines = Lines.toTestServers()) {
            UnderTraffic.with(lines.cache())
                    .database(lines.database())
                    // calls that take longer than the platform waits are given up after three
                    .takes(600)
                    .during((platform, _) -> {
                        lines.postgreSql().answersLate(SLOW);
                        platform.awaitMore(100);
                        lines.postgreSql().answersLate(HARDLY);
                        LinliProcess.pause(FOR);
                        lines.postgreSql().answersLate(Duration.ZERO);
                        platform.awaitMore(100);
                    });
        }
    }

    @Shows("Redis answers late")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void withARedisThatAnswersLatePeopleAreHeard() throws Exception {
        try (var lines = Lines.toTestServers()) {
            UnderTraffic.with(lines.cache()).database(lines.database()).during((platform, _) -> {
                lines.redis().answersLate(SLOW);
                platform.awaitMore(100);
                lines.redis().answersLate(HARDLY);
                platform.awaitMore(100);
            });
        }
    }
}
