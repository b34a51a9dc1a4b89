package org.linli.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.understanding.Comparison.Checked;

/// Every correction is a test from then on.
class ComparisonTest {

    @Test
    void whatWasRightAndWouldNotBeAnyMoreIsNamed() {
        var worse = checked("电梯坏了", false, "report.elevator", "report.elevator", "chatter");
        var better = checked("灯坏了", false, "report.power", "chatter", "report.power");
        var same = checked("水", false, "report.water", "chatter", "chatter");
        var comparison = new Comparison(0, 0, 0, 0, 0, 0, List.of(), List.of(worse, better, same));

        assertThat(comparison.regressions()).containsExactly(worse);
    }

    /// A group hears nothing but reports: whether we take its thanks for a greeting or for chatter is all the same.
    @Test
    void amongNeighboursSilenceIsSilence() {
        assertThat(new Correction("谢谢", true, "chatter", Instant.EPOCH).isMetBy(new Intent("greet")))
                .isTrue();
        assertThat(new Correction("谢谢", false, "chatter", Instant.EPOCH).isMetBy(new Intent("greet")))
                .isFalse();
        assertThat(new Correction("谢谢", true, "chatter", Instant.EPOCH).isMetBy(new Intent("report.noise")))
                .isFalse();
        assertThat(new Correction("漏水", true, "report.water", Instant.EPOCH).isMetBy(new Intent("report.power")))
                .isFalse();
    }

    private static Checked checked(String words, boolean group, String label, String before, String after) {
        return new Checked(new Correction(words, group, label, Instant.EPOCH), before, after);
    }
}
