package org.linli.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.platform.database.CommunityId;

class PeriodTest {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Period LETTERS = new Period("letters", 90, 30, 365);

    @Test
    void onlyWithinTheBoundsMayBeChosen() {
        assertThat(LETTERS.allows(30)).isTrue();
        assertThat(LETTERS.allows(365)).isTrue();
        assertThat(LETTERS.allows(29)).isFalse();
        assertThat(LETTERS.allows(366)).isFalse();
        assertThatThrownBy(() -> new PeriodChosen(new CommunityId("lm"), LETTERS, 29))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("29 days");
    }

    @Test
    void whatWasChosenUnderOtherBoundsIsTheNearestThatHolds() {
        assertThat(LETTERS.within(7)).isEqualTo(30);
        assertThat(LETTERS.within(60)).isEqualTo(60);
        assertThat(LETTERS.within(4_000)).isEqualTo(365);
    }

    @Test
    void boundsRise() {
        assertThatThrownBy(() -> new Period("letters", 90, 91, 365)).hasMessageContaining("expected: rising");
        assertThatThrownBy(() -> new Period("letters", 90, 0, 365)).hasMessageContaining("expected: rising");
        assertThatThrownBy(() -> new Period("letters", 90, 30, 89)).hasMessageContaining("expected: rising");
    }

    @Test
    void whoeverChoseIsNoLongerAmongTheOthers() {
        assertThat(Due.all(LETTERS, Map.of(30, List.of("lm", "hq")), days -> NOW.minus(Duration.ofDays(days))))
                .containsExactly(
                        new Due(NOW.minus(Duration.ofDays(90)), List.of("hq", "lm"), false),
                        new Due(NOW.minus(Duration.ofDays(30)), List.of("hq", "lm"), true));
    }
}
