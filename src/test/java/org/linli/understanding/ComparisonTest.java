package org.linli.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.understanding.Comparison.Checked;
import org.linli.understanding.Comparison.InGroup;

/// Every correction is a test from then on.
class ComparisonTest {

    @Test
    void whatWasRightAndWouldNotBeAnyMoreIsNamed() {
        var worse = checked("电梯坏了", false, "report.elevator", "report.elevator", "chatter");
        var better = checked("灯坏了", false, "report.power", "chatter", "report.power");
        var same = checked("水", false, "report.water", "chatter", "chatter");
        var comparison = comparison(worse, better, same);

        assertThat(comparison.regressions()).containsExactly(worse);
    }

    /// A group hears nothing but reports: whether we take its thanks for a greeting or for chatter is all the same.
    @Test
    void amongNeighboursSilenceIsSilence() {
        assertThat(new Correction("lm/a", "谢谢", true, "chatter", Instant.EPOCH).isMetBy(new Intent("greet")))
                .isTrue();
        assertThat(new Correction("lm/a", "谢谢", false, "chatter", Instant.EPOCH).isMetBy(new Intent("greet")))
                .isFalse();
        assertThat(new Correction("lm/a", "谢谢", true, "chatter", Instant.EPOCH).isMetBy(new Intent("report.noise")))
                .isFalse();
        assertThat(new Correction("lm/a", "漏水", true, "report.water", Instant.EPOCH)
                        .isMetBy(new Intent("report.power")))
                .isFalse();
    }

    /// What people said is kept elsewhere, and for those only who may read it.
    @Test
    void withoutItsWordsItSaysTheSameAndGetsThemBack() {
        var comparison = comparison(
                checked("电梯坏了", false, "report.elevator", "report.elevator", "chatter"),
                checked("灯坏了", false, "report.power", "report.power", "chatter"));
        var bare = comparison.withoutWords();

        assertThat(bare.toString()).doesNotContain("坏了");
        assertThat(bare.corrections()).extracting(it -> it.correction().words()).containsOnly("");
        assertThat(bare.saying(Map.of("lm/report.power", "灯坏了")).regressions())
                .extracting(it -> it.correction().words())
                .containsExactly("", "灯坏了");
    }

    private static Comparison comparison(Checked... corrections) {
        var none = new BetterOrLuckier(0, 0, 0, 0);
        return new Comparison(none, List.of(), new InGroup(.9, none, none), List.of(), List.of(corrections));
    }

    private static Checked checked(String words, boolean group, String label, String before, String after) {
        return new Checked(new Correction("lm/" + label, words, group, label, Instant.EPOCH), before, after);
    }
}
