package org.linli.understanding.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.platform.words.Folder;
import org.linli.understanding.examples.Examples;

/// The examples that we ship: what is learnt from four fifths of them is good enough for the rest.
@Timeout(300)
class OurIntentsTest {

    private static List<Guess> guesses = List.of();

    @BeforeAll
    @Timeout(300)
    static void guess() throws IOException {
        var examples = Examples.read(new Folder("intents").read(".yml"));
        guesses = new CrossValidation(5).run(examples.all());
    }

    @Test
    void unseenSentencesAreMostlyUnderstood() {
        var report = Report.of(guesses);

        assertThat(report.macroF1()).isGreaterThan(0.68);
        assertThat(report.scores()).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void emergenciesAreHeardAmongNeighbours() {
        assertThat(share("emergency", 0.5)).isGreaterThan(0.70);
        assertThat(share("emergency", 0.9)).isGreaterThan(0.58);
    }

    @Test
    void confidencesComeTrue() {
        assertThat(Calibration.of(guesses).error()).isLessThan(0.03);
    }

    /// As often as the words of the setting promise, though these examples were not there when the bars were learnt.
    @Test
    void chatterIsAsSeldomInterruptedAsPromised() {
        assertThat(share("chatter", 0.5)).isBetween(1 / 50.0, 1 / 20.0);
        assertThat(share("chatter", 0.7)).isBetween(1 / 120.0, 1 / 50.0);
        assertThat(share("chatter", 0.9)).isBetween(1 / 400.0, 1 / 120.0);
    }

    private static double share(String label, double threshold) {
        var its = guesses.stream().filter(it -> it.label().equals(label)).toList();
        return (double) its.stream().filter(it -> it.speaks(threshold)).count() / its.size();
    }
}
