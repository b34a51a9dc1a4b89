package org.linli.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// From the moment a message is received until what answers it is committed: `linli.answers`, by whether that was in
/// time for the platform's open call. `none` where the platform does not wait for an answer.
@Component
class AnswerTimes {

    private final Timer met;
    private final Timer missed;
    private final Timer none;
    private final Clock clock;

    AnswerTimes(MeterRegistry meters, Clock clock) {
        this.met = timer(meters, "met");
        this.missed = timer(meters, "missed");
        this.none = timer(meters, "none");
        this.clock = clock;
    }

    void answered(Arrival arrival) {
        Instant now = clock.instant();
        by(arrival.passiveUntil(), now).record(Duration.between(arrival.receivedAt(), now));
    }

    private Timer by(@Nullable Instant deadline, Instant now) {
        if (deadline == null) {
            return none;
        }
        return now.isBefore(deadline) ? met : missed;
    }

    private static Timer timer(MeterRegistry meters, String deadline) {
        return Timer.builder("linli.answers")
                .description("From receiving a message until its answer is committed")
                .tag("deadline", deadline)
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(4_500),
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(2))
                .register(meters);
    }
}
