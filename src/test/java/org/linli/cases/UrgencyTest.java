package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.cases.Sunshine.NINE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How deadlines look, and what the desk's list begins with.
class UrgencyTest {

    @ParameterizedTest(name = "{1} of {0} minutes left: {2}")
    @CsvSource({"10, 8, SOON", "240, 200, SOON", "10080, 200, SOON", "10080, 2000, FINE", "10080, 300, FINE"})
    void theNearerDeadlineIsNeverThePaler(int promised, int left, Urgency urgency) {
        var now = NINE.plus(Duration.ofMinutes(promised - left));

        assertThat(Urgency.of(Sunshine.liftCase().due(NINE.plus(Duration.ofMinutes(promised))), now))
                .isEqualTo(urgency);
    }

    @Test
    void whatIsOverdueAndWhatIsWaitedForKeepTheirLooks() {
        var late = Sunshine.liftCase().due(NINE);

        assertThat(Urgency.of(late, NINE.plusSeconds(1))).isEqualTo(Urgency.LATE);
        assertThat(Urgency.of(late.in(State.WAITING), NINE)).isEqualTo(Urgency.FINE);
        assertThat(Urgency.of(late.in(State.CLOSED), NINE)).isEqualTo(Urgency.OVER);
    }
}
