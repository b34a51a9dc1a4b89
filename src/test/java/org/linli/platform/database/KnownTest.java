package org.linli.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/// Rows that are not known make no list shorter.
class KnownTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void whatIsNotKnownIsReadOver() {
        assertThat(upTo(3, 1, 2, -3, -4, -5, -6, 7, 8)).containsExactly(1, 2, 7);
        assertThat(asked).containsExactly("3 from 0", "3 from 3", "3 from 6");
    }

    @Test
    void aListThatIsAllKnownIsReadOnce() {
        assertThat(upTo(3, 1, 2, 3, 4)).containsExactly(1, 2, 3);
        assertThat(asked).containsExactly("3 from 0");
    }

    @Test
    void aListThatEndsIsShorter() {
        assertThat(upTo(3, -1, 2, -3)).containsExactly(2);
        assertThat(upTo(3, 1, 2)).containsExactly(1, 2);
        assertThat(upTo(3)).isEmpty();
    }

    /// @param rows those below zero are not known
    private List<Integer> upTo(int most, Integer... rows) {
        return results(Known.upTo(most, (many, from) -> {
            asked.add(many + " from " + from);
            return Flux.fromStream(IntStream.range(from, Math.min(from + many, rows.length))
                    .mapToObj(it -> Optional.of(rows[it]).filter(row -> row > 0)));
        }));
    }
}
