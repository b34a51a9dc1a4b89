package org.linli.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.channels.parrot.ParrotChannel.message;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

@LinliTest
@Import(WithParrot.class)
class MeasureArrivalsTest {

    @Autowired
    Inbox inbox;

    @Autowired
    MeasureArrivals measure;

    @Autowired
    MeterRegistry meters;

    @Autowired
    SettableClock clock;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void threeWait() {
        completed(database.sql("truncate inbox.arrivals").then());
        for (int number = 1; number <= 3; number++) {
            completed(inbox.keep(message("late-" + number, "talk-" + number, "你好"))
                    .then());
        }
    }

    @Test
    void whatNobodyHasLookedAtForTwoSecondsIsLate() {
        assertThat(told("linli.inbox.late")).isZero();

        clock.pass(Duration.ofSeconds(3));

        assertThat(told("linli.inbox.late")).isEqualTo(3);
    }

    /// More replicas would not help it.
    @Test
    void aMessageThatFailsAgainAndAgainIsNotLate() {
        completed(database.sql("update inbox.arrivals set attempt = 3").then());
        clock.pass(Duration.ofHours(1));

        assertThat(told("linli.inbox.late")).isZero();
        assertThat(told("linli.inbox.oldest.waiting")).isGreaterThan(3_000);
    }

    @Test
    void onceNobodyMeasuresNothingIsToldOfWhatWasMeasuredLast() {
        told("linli.inbox.oldest.waiting");
        clock.pass(Duration.ofMinutes(2));

        assertThat(List.of("oldest.waiting", "unfinished", "set.aside", "late"))
                .allSatisfy(it -> assertThat(number("linli.inbox." + it)).isNaN());
    }

    private double told(String name) {
        result(measure.round());
        return number(name);
    }

    private double number(String name) {
        return meters.get(name).gauge().value();
    }
}
