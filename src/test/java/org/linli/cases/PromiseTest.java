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
        // from Monday 9:00 to the end of the tenth, fifth, first working day after it
        "report.noise, COMPLAINT, P14DT8H30M",
        "help.hardship, HELP, P7DT8H30M",
        "suggest, SUGGESTION, P7DT8H30M",
        "ask.hours, QUESTION, P1DT8H30M",
        "something.new, COMPLAINT, P14DT8H30M"
    })
    void theLabelSaysTheKindAndTheTime(String label, CaseKind kind, Duration within) {
        var workflow = Sunshine.workflow(label);

        assertThat(workflow.course().kind()).isEqualTo(kind);
        assertThat(workflow.promise(label, Sunshine.NINE)).isEqualTo(Sunshine.NINE.plus(within));
    }
}
