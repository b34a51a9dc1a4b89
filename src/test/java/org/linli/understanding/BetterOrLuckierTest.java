package org.linli.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class BetterOrLuckierTest {

    /// Tossing nine coins: none or all of them heads comes about twice in 512 times.
    @Test
    void nineForOneSideAreHardlyChance() {
        assertThat(new BetterOrLuckier(50, 0, 9, 3).chance()).isCloseTo(2 / 512.0, offset(1e-12));
        assertThat(new BetterOrLuckier(50, 5, 5, 3).chance()).isEqualTo(1);
        assertThat(new BetterOrLuckier(50, 0, 0, 3).chance()).isEqualTo(1);
    }

    /// 1.96 deviations, by the table of the bell curve.
    @Test
    void whereManyDifferTheBellCurveIsAsGood() {
        int differ = 10_000;
        int more = (int) Math.round(differ / 2.0 + 1.959964 * Math.sqrt(differ) / 2 + 0.5);

        assertThat(new BetterOrLuckier(0, differ - more, more, 0).chance()).isCloseTo(0.05, offset(0.002));
    }

    @Test
    void accuracyCountsAllMessages() {
        var compared = new BetterOrLuckier(50, 10, 20, 20);

        assertThat(compared.accuracyBefore()).isEqualTo(0.6);
        assertThat(compared.accuracyAfter()).isEqualTo(0.7);
    }
}
