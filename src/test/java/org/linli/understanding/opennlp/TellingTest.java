package org.linli.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

/// What easily moves a label's line.
class TellingTest {

    private static final int MARK = 1;
    private static final int COMMON = 2;
    private static final int OTHERS = 3;

    private static final double[] SIDES = {1, 1, -1, -1};

    /// Two rows of the label and two others; the first feature is that of all.
    private static final Rows ROWS =
            rows(new int[][] {{0, MARK, COMMON}, {0, MARK, COMMON}, {0, OTHERS, COMMON}, {0, OTHERS, COMMON}});

    @Test
    void whatOneSideAloneHasMovesALineMoreEasilyThanWhatBothHave() {
        float[] ease = ease(SIDES);

        assertThat(ease[MARK]).isGreaterThan(2 * ease[COMMON]);
        assertThat(ease[OTHERS]).isGreaterThan(2 * ease[COMMON]);
    }

    @Test
    void bothSidesOfALineAreTheSame() {
        assertThat(ease(new double[] {-1, -1, 1, 1})).containsExactly(ease(SIDES), offset(1e-5f));
    }

    /// So that a cost means the same.
    @Test
    void rowsStayAsLongAsTheyWere() {
        float[] ease = ease(SIDES);
        double length = 0;
        for (int[] row : ROWS.features()) {
            for (int i = 1; i < row.length; i++) {
                length += ease[row[i]] * 0.25;
            }
        }

        assertThat(length).isCloseTo(4 * 2 * 0.25, offset(1e-5));
    }

    /// What is said before anything is read is learnt as before.
    @Test
    void whatAllHaveIsLeftAlone() {
        assertThat(ease(SIDES)[0]).isEqualTo(1);
    }

    private static float[] ease(double[] sides) {
        return Telling.of(ROWS).ease(ROWS, sides);
    }

    private static Rows rows(int[][] features) {
        float[] values = {1, 0.5f, 0.5f};
        return new Rows(features, new float[][] {values, values, values, values}, 4);
    }
}
