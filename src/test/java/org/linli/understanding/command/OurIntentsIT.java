package org.linli.understanding.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.WhileThereIsTime;
import org.linli.platform.words.Folder;
import org.linli.understanding.OurFolds;
import org.linli.understanding.examples.Example;
import org.linli.understanding.examples.Examples;

/// The examples that we ship: what is learnt from four fifths of them is good enough for the rest.
@Tag("long")
@Order(WhileThereIsTime.LAST)
@Timeout(900)
class OurIntentsIT {

    private static List<Example> examples = List.of();
    private static List<Guess> guesses = List.of();

    @BeforeAll
    @Timeout(900)
    static void guess() throws IOException {
        examples = Examples.read(new Folder("intents").read(".yml")).all();
        guesses = OurFolds.all().stream()
                .flatMap(fold -> fold.unseen().stream().map(it -> Guess.of(it, fold.model())))
                .toList();
        var report = Report.of(guesses);
        System.out.printf(
                "OUR INTENTS: accuracy %.4f, macro F1 %.4f of %d%n",
                report.accuracy(), report.macroF1(), guesses.size());
        Rejection.of(guesses, "chatter").points().forEach(it -> System.out.println("OUR INTENTS: " + it));
        for (double threshold : new double[] {0.5, 0.7, 0.9}) {
            System.out.printf(
                    "OUR INTENTS: from %.1f on %.4f of reports, 1/%.0f of chatter%n",
                    threshold, heard(Guess::opensCase, threshold), 1 / heard(OurIntentsIT::isChatter, threshold));
        }
        System.out.printf(
                "OUR INTENTS: alarm %.4f of emergencies, 1/%.0f of chatter; calibration %.4f%n",
                alarming("emergency"),
                1 / alarming("chatter"),
                Calibration.of(guesses).error());
    }

    @Test
    void eachIsSaidOnce() {
        assertThat(Finding.all(examples, LabelNames.known()))
                .extracting(Finding::line)
                .isEmpty();
    }

    @Test
    void unseenSentencesAreMostlyUnderstood() {
        var report = Report.of(guesses);

        assertThat(report.accuracy()).isGreaterThan(0.78);
        assertThat(report.macroF1()).isGreaterThan(0.735);
        assertThat(report.scores()).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void reportsAreHeardAmongNeighbours() {
        assertThat(heard(Guess::opensCase, 0.5)).isGreaterThan(0.80);
        assertThat(heard(Guess::opensCase, 0.7)).isGreaterThan(0.68);
        assertThat(heard(Guess::opensCase, 0.9)).isGreaterThan(0.53);
    }

    /// From the bar that a cry for help has.
    @Test
    void emergenciesAreHeardAmongNeighbours() {
        assertThat(alarming("emergency")).isGreaterThan(0.74);
        assertThat(alarming("chatter")).isBetween(1 / 300.0, 1 / 90.0);
    }

    @Test
    void confidencesComeTrue() {
        assertThat(Calibration.of(guesses).error()).isLessThan(0.03);
    }

    /// As often as the words of the setting promise, though these examples were not there when the bars were learnt.
    @Test
    void chatterIsAsSeldomInterruptedAsPromised() {
        assertThat(heard(OurIntentsIT::isChatter, 0.5)).isBetween(1 / 60.0, 1 / 24.0);
        assertThat(heard(OurIntentsIT::isChatter, 0.7)).isBetween(1 / 140.0, 1 / 55.0);
        assertThat(heard(OurIntentsIT::isChatter, 0.9)).isBetween(1 / 500.0, 1 / 140.0);
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
