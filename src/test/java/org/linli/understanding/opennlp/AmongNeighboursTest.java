package org.linli.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.linli.understanding.Intent;

class AmongNeighboursTest {

    private static final int CHATTER = 0;
    private static final int EMERGENCY = 1;
    private static final int GAS = 2;
    private static final int POLICY = 3;

    private final AmongNeighbours neighbours = new AmongNeighbours(
            new Intent[] {Intent.CHATTER, Intent.EMERGENCY, new Intent("report.gas_heating"), new Intent("ask.policy")
            });

    @Test
    void anEmergencyIsHeardWhereAReportOfTheSameStrengthIsNot() {
        double[] emergency = neighbours.confidences(new double[] {0.3, 0.7, 0, 0}, 0.5, 2);
        double[] report = neighbours.confidences(new double[] {0.3, 0, 0.7, 0}, 0.5, 2);

        assertThat(emergency[EMERGENCY]).isGreaterThan(0.9);
        assertThat(report[GAS]).isLessThan(0.4);
        assertThat(report[CHATTER]).isGreaterThan(0.5);
    }

    @Test
    void betweenEmergencyAndReportCareDecides() {
        double[] sure = neighbours.confidences(new double[] {0.02, 0.45, 0.5, 0.03}, 5, 4);

        assertThat(sure[EMERGENCY]).isGreaterThan(0.9);
    }

    @Test
    void otherRequestsAreNotForTheService() {
        double[] sure = neighbours.confidences(new double[] {0.1, 0, 0.1, 0.8}, -4, -4);

        assertThat(sure[CHATTER]).isGreaterThan(sure[POLICY]);
    }

    @Test
    void theyAddUpToOne() {
        for (double[] likely : new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0.25, 0.25, 0.25, 0.25}, {0, 0, 0, 1}}) {
            assertThat(Arrays.stream(neighbours.confidences(likely, 3, -3)).sum())
                    .isCloseTo(1, offset(1e-9));
        }
    }
}
