package org.linli.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RatesTest {

    private final Rates thousand =
            Rates.of(IntStream.range(0, 1000).mapToDouble(it -> it / 100.0).toArray());

    @Test
    void whatOneInAHundredReachesIsAsSurprisingAsThat() {
        assertThat(thousand.surprise(9.9)).isCloseTo(Math.log(100), offset(0.1));
        assertThat(thousand.surprise(5)).isCloseTo(Math.log(2), offset(0.1));
    }

    @Test
    void whatEveryMessageReachesIsNoSurprise() {
        assertThat(thousand.surprise(-3)).isZero();
    }

    @Test
    void beyondTheFurthestItGoesOnRising() {
        assertThat(thousand.surprise(11)).isGreaterThan(thousand.surprise(10)).isGreaterThan(Math.log(1000));
    }

    @Property(tries = 200)
    void moreIsNeverLessSurprising(
            @ForAll @Size(min = 1, max = 60) double[] others,
            @ForAll @DoubleRange(min = -10, max = 10) double score,
            @ForAll @DoubleRange(min = 0, max = 5) double more) {
        var rates = Rates.of(IntStream.range(0, others.length)
                .mapToDouble(i -> Math.tanh(others[i]) * 8)
                .toArray());

        assertThat(rates.surprise(score + more)).isGreaterThanOrEqualTo(rates.surprise(score) - 1e-9);
    }

    @Test
    void surenessKeepsItsPromises() {
        assertThat(Sureness.of(Math.log(200))).isCloseTo(0.9, offset(1e-6));
        assertThat(Sureness.of(Math.log(75))).isCloseTo(0.7, offset(1e-6));
        assertThat(Sureness.of(Math.log(30))).isCloseTo(0.5, offset(1e-6));
        assertThat(Sureness.of(0)).isZero();
        assertThat(Sureness.of(1_000)).isBetween(0.99, 1.0);
    }
}
