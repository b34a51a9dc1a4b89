package org.linli.cases.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.cases.Sunshine;

class DrawTest {

    @Test
    void atLeastOneInTenIsDrawn() {
        assertThat(draw("a", 0).drawn()).isEmpty();
        assertThat(draw("a", 1).drawn()).hasSize(1);
        assertThat(draw("a", 10).drawn()).hasSize(1);
        assertThat(draw("a", 11).drawn()).hasSize(2);
        assertThat(draw("a", 237).drawn()).hasSize(24).doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherOneOthers() {
        assertThat(draw("a", 200).drawn()).isEqualTo(draw("a", 200).drawn());
        assertThat(draw("a", 200).drawn()).isNotEqualTo(draw("b", 200).drawn());
    }

    /// By `printf 0af3/SU-2026-000002 | sha256sum` and so on.
    @Test
    void anybodyCanDrawAgainWithAShell() {
        assertThat(draw("0af3", 3).drawn()).containsExactly("SU-2026-000001");
    }

    private static Draw draw(String seed, int cases) {
        var pool = IntStream.rangeClosed(1, cases)
                .mapToObj("SU-2026-%06d"::formatted)
                .toList();
        return new Draw(Sunshine.ID, YearMonth.of(2026, 2), seed, List.copyOf(pool), Sunshine.NINE);
    }
}
