package org.linli.polls.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.linli.polls.Whence;
import org.linli.polls.Whence.Kind;
import org.linli.polls.alarms.Bursts.Seen;

/// When the committee is told.
class BurstsTest {

    private static final Instant NINE = Instant.parse("2026-11-21T01:00:00Z");
    private static final Bursts RULE = new Bursts(Duration.ofMinutes(10), Map.of(Kind.ADDRESS, 3));

    @Provide
    Arbitrary<List<Seen>> seen() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 60))
                .as((voter, minute) -> new Seen("voter-" + voter, NINE.plus(Duration.ofMinutes(minute))))
                .list()
                .ofMaxSize(40);
    }

    /// Each stretch of ten minutes looked at by itself.
    @Property
    void theMostVotersOfAnyStretchAreFound(@ForAll("seen") List<Seen> seen) {
        int most = IntStream.rangeClosed(0, 60)
                .map(end -> (int) seen.stream()
                        .filter(it -> !it.at().isAfter(NINE.plus(Duration.ofMinutes(end)))
                                && it.at().isAfter(NINE.plus(Duration.ofMinutes(end - 10))))
                        .map(Seen::voter)
                        .distinct()
                        .count())
                .max()
                .orElseThrow();

        assertThat(RULE.most(Kind.ADDRESS, seen).orElse(0)).isEqualTo(most < 3 ? 0 : most);
    }

    @Test
    void oneWhoChangesTheirMindIsNoBurst() {
        var often = IntStream.range(0, 50)
                .mapToObj(it -> new Seen("one", NINE.plusSeconds(it)))
                .toList();
        assertThat(RULE.most(Kind.ADDRESS, often)).isEmpty();
    }

    @Test
    void whatIsNotKnownIsNoSource() {
        assertThat(Whence.ofCall("", "Firefox", "").sources()).isEmpty();
        assertThat(Whence.ofCall("10.0.0.1", "", "").sources()).containsOnlyKeys(Kind.ADDRESS);
        assertThat(Whence.ofCall("10.0.0.1", "Firefox", "r17").toString()).doesNotContain("10.0.0.1", "r17");
    }
}
