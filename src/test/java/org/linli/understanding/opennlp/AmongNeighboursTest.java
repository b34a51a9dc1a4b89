package org.linli.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AmongNeighboursTest {

    private static final int ALARM = 6;
    private static final int WORTH = 4;

    private final Layout layout = Layout.of(
            List.of(Opinion.LABEL),
            List.of(List.of("chatter", "emergency", "report.gas_heating", "ask.policy")),
            Scope.NEIGHBOURS);
    private final AmongNeighbours neighbours = new AmongNeighbours(layout, bar(WORTH), bar(ALARM));

    @Test
    void ofDangerWeAreSureApartFromReports() {
        assertThat(neighbours.danger(signals(1, 8))).isGreaterThan(0.7);
        assertThat(neighbours.sure(signals(1, 8))).isLessThan(0.5);
    }

    /// Whoever is woken up shall find written what wakes them.
    @Test
    void dangerGoesByWhatIsWrittenAndTheRestByWhatIsMeant() {
        var alarming = signals(-4, 20).meant();
        var harmless = signals(6, -4).meant();

        assertThat(neighbours.danger(new Evidence(alarming, harmless, false))).isLessThan(0.5);
        assertThat(neighbours.danger(new Evidence(harmless, alarming, false))).isGreaterThan(0.9);
        assertThat(neighbours.sure(new Evidence(harmless, alarming, false))).isGreaterThan(0.5);
    }

    /// Of chatter without pauses more gets as far as a score.
    @Test
    void wordsInOneBreathHaveBarsOfTheirOwn() {
        double[] signals = signals(5.7, 0).meant();

        assertThat(neighbours.sure(new Evidence(signals, signals, true)))
                .isLessThan(neighbours.sure(new Evidence(signals, signals, false)));
    }

    @Test
    void dangerIsHeardWhateverTheBarAndOtherThingsByIt() {
        assertThat(neighbours.isHeard(signals(-4, 20), 0.95)).isTrue();
        assertThat(neighbours.isHeard(signals(-4, -4), 0.5)).isFalse();
        assertThat(neighbours.isHeard(signals(5.7, -4), 0.5)).isTrue();
        assertThat(neighbours.isHeard(signals(5.7, -4), 0.95)).isFalse();
    }

    @Test
    void aReportBetweenTwoLabelsIsHeardAllTheSame() {
        double[] torn = neighbours.confidences(new double[] {0.1, 0.4, 0.45, 0.05}, signals(8, 0));
        double[] plain = neighbours.confidences(new double[] {0.1, 0, 0.9, 0}, signals(8, 0));

        assertThat(torn[2]).isEqualTo(plain[2]).isGreaterThan(0.7);
    }

    @Test
    void betweenEmergencyAndReportCareDecides() {
        double[] sure = neighbours.confidences(new double[] {0.02, 0.45, 0.5, 0.03}, signals(9, 9));

        assertThat(sure[1]).isGreaterThan(sure[2]);
    }

    @Test
    void otherRequestsAreNotForTheService() {
        double[] sure = neighbours.confidences(new double[] {0.1, 0, 0.1, 0.8}, signals(-4, -4));

        assertThat(sure[0]).isGreaterThan(sure[3]);
    }

    @Test
    void theyAddUpToOne() {
        for (double[] likely : new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0.25, 0.25, 0.25, 0.25}, {0, 0, 0, 1}}) {
            assertThat(Arrays.stream(neighbours.confidences(likely, signals(3, -3)))
                            .sum())
                    .isCloseTo(1, offset(1e-9));
        }
    }

    private static Evidence signals(double worth, double alarm) {
        double[] signals = new double[Signals.DRAWN];
        signals[WORTH] = worth;
        signals[ALARM] = alarm;
        return new Evidence(signals, signals, false);
    }

    /// Chatter's scores lie between 0 and 6.
    private static AmongNeighbours.Bar bar(int signal) {
        double[] weights = new double[Signals.DRAWN + 1];
        weights[signal] = 1;
        return new AmongNeighbours.Bar(new Gate(weights), Rates.of(likeChatter(0.06)), Rates.of(likeChatter(0.08)));
    }

    private static double[] likeChatter(double step) {
        return IntStream.range(0, 100).mapToDouble(it -> it * step * it / 100).toArray();
    }
}
