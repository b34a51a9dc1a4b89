package org.linli.understanding.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.platform.words.Folder;
import org.linli.understanding.examples.Examples;

/// The examples that we ship: what is learnt from four fifths of them is good enough for the rest.
@Tag("long")
@Timeout(300)
class OurIntentsIT {

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

        assertThat(report.accuracy()).isGreaterThan(0.78);
        assertThat(report.macroF1()).isGreaterThan(0.755);
        assertThat(report.scores()).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void reportsAreHeardAmongNeighbours() {
        assertThat(heard(Guess::opensCase, 0.5)).isGreaterThan(0.84);
        assertThat(heard(Guess::opensCase, 0.7)).isGreaterThan(0.70);
        assertThat(heard(Guess::opensCase, 0.9)).isGreaterThan(0.56);
    }

    /// From the bar that a cry for help has.
    @Test
    void emergenciesAreHeardAmongNeighbours() {
        assertThat(alarming("emergency")).isGreaterThan(0.86);
        assertThat(alarming("chatter")).isBetween(1 / 200.0, 1 / 90.0);
    }

    @Test
    void confidencesComeTrue() {
        assertThat(Calibration.of(guesses).error()).isLessThan(0.03);
    }

    /// As often as the words of the setting promise, though these examples were not there when the bars were learnt.
    @Test
    void chatterIsAsSeldomInterruptedAsPromised() {
        assertThat(heard(OurIntentsIT::isChatter, 0.5)).isBetween(1 / 40.0, 1 / 24.0);
        assertThat(heard(OurIntentsIT::isChatter, 0.7)).isBetween(1 / 110.0, 1 / 55.0);
        assertThat(heard(OurIntentsIT::isChatter, 0.9)).isBetween(1 / 300.0, 1 / 140.0);
    }

    private static boolean isChatter(Guess it) {
        return it.label().equals("chatter");
    }

    private static double heard(Predicate<Guess> meant, double threshold) {
        return share(meant, it -> it.speaks(threshold));
    }

    private static double alarming(String label) {
        return share(it -> it.label().equals(label), it -> it.danger() >= 0.9);
    }

    private static double share(Predicate<Guess> meant, Predicate<Guess> heard) {
        var its = guesses.stream().filter(meant).toList();
        return (double) its.stream().filter(heard).count() / its.size();
    }
}
