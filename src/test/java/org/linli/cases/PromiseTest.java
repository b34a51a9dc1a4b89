package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTest {

    @ParameterizedTest(name = "{0} is promised within {1}")
    @CsvSource({
        "emergency, PT15M",
        "report.elevator, PT2H",
        "report.gas_heating, PT2H",
        "report.water, PT4H",
        "report.power, PT4H",
        "report.fire_hazard, P1D",
        "report.noise, P10D",
        "help.hardship, P5D",
        "suggest, P5D",
        "something.new, P10D"
    })
    void timeIsPromisedByLabel(String label, Duration within) {
        assertThat(Promise.within(label)).isEqualTo(within);
        assertThat(Promise.dueAt(label, Sunshine.NINE)).isEqualTo(Sunshine.NINE.plus(within));
    }
}
