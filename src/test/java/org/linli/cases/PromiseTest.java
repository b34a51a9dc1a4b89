package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTest {

    @ParameterizedTest(name = "{0} is a {1}, promised within {2}")
    @CsvSource({
        "emergency, HAZARD, PT15M",
        "report.elevator, COMPLAINT, PT2H",
        "report.gas_heating, HAZARD, PT2H",
        "report.water, COMPLAINT, PT4H",
        "report.power, COMPLAINT, PT4H",
        "report.fire_hazard, HAZARD, P1D",
        "report.noise, COMPLAINT, P10D",
        "help.hardship, HELP, P5D",
        "suggest, SUGGESTION, P5D",
        "ask.hours, QUESTION, P1D",
        "something.new, COMPLAINT, P10D"
    })
    void theLabelSaysTheKindAndTheTime(String label, CaseKind kind, Duration within) {
        var workflow = Sunshine.workflow(label);

        assertThat(workflow.course().kind()).isEqualTo(kind);
        assertThat(workflow.promise(label, Sunshine.NINE)).isEqualTo(Sunshine.NINE.plus(within));
    }
}
