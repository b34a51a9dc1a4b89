package org.linli.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TruthTest {

    /// Always boasting: sure to 0.9 and right half the time, sure to 0.4 and never right.
    private final Truth boaster = Truth.of(IntStream.range(0, 1000)
            .mapToObj(it -> new Truth.Trial(it % 2 == 0 ? 0.9 : 0.4, it % 4 == 0))
            .toList());

    @Test
    void whoeverBoastsIsBelievedAsFarAsHeWasRight() {
        double[] confidences = {0.9, 0.06, 0.04};
        boaster.tell(confidences);

        assertThat(confidences[0]).isCloseTo(0.5, offset(0.01));
        assertThat(confidences[1]).isCloseTo(0.3, offset(0.01));
    }

    @Test
    void aFewTrialsProveNothing() {
        var few = Truth.of(List.of(new Truth.Trial(0.9, false), new Truth.Trial(0.8, true)));
        double[] confidences = {0.9, 0.1};
        few.tell(confidences);

        assertThat(confidences).containsExactly(0.9, 0.1);
    }

    @Property(tries = 200)
    void theLikeliestStaysAndAllAddUpToOne(
            @ForAll @Size(min = 2, max = 9) List<@DoubleRange(min = 0.01, max = 1) Double> odds) {
        double sum = odds.stream().mapToDouble(it -> it).sum();
        double[] confidences = odds.stream().mapToDouble(it -> it / sum).toArray();
        int head = head(confidences);
        boaster.tell(confidences);

        assertThat(head(confidences)).isEqualTo(head);
        assertThat(Arrays.stream(confidences).sum()).isCloseTo(1, offset(1e-9));
    }

    private static int head(double[] confidences) {
        return IntStream.range(0, confidences.length).reduce(0, (a, b) -> confidences[b] > confidences[a] ? b : a);
    }
}
