package org.linli.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who gets the places of a replica.
class BusyTest {

    private static final Instant NOW = Instant.parse("2026-06-10T01:00:00Z");

    private final Busy busy = new Busy();

    @Test
    void aLonelyAccountGetsHalfOfAllPlacesAndNoMore() {
        begin("loud", 100);
        assertThat(busy.free()).isEqualTo(28);
        assertThat(placesOf("loud")).isEqualTo(28);

        begin("loud", 28);
        assertThat(placesOf("loud")).isNegative();
    }

    @Test
    void theOtherHalfIsForThoseWhoSendFew() {
        begin("loud", 128);
        begin("quiet", 10);
        assertThat(busy.free()).isEqualTo(256 - 138);
        assertThat(placesOf("loud")).isNegative();
        assertThat(placesOf("quiet")).isEqualTo(22);
        assertThat(busy.taken(NOW)).doesNotContainKey("new");
    }

    @Test
    void whoRestsHasNoPlaceUntilThen() {
        begin("loud", 1);
        busy.rests("loud", NOW.plusSeconds(5));
        assertThat(placesOf("loud")).isZero();
        assertThat(placesOf("loud", NOW.plusSeconds(5))).isEqualTo(15);
    }

    @Test
    void whoRestsWakesForTheFirstThatMayLeaveAndHasFewerPlacesThen() {
        busy.rests("slow", NOW.plusSeconds(20));
        busy.rests("slow", NOW.plusSeconds(4));
        busy.rests("slow", NOW.plusSeconds(12));
        assertThat(placesOf("slow", NOW.plusSeconds(3))).isZero();
        assertThat(placesOf("slow", NOW.plusSeconds(4))).isEqualTo(16);

        for (int times = 0; times < 9; times++) {
            busy.taken(NOW.plusSeconds(60));
            busy.rests("slow", NOW.plusSeconds(60));
        }
        assertThat(placesOf("slow", NOW.plusSeconds(60))).isEqualTo(1);
    }

    @Test
    void whoSendsTooMuchAtOnceSendsLessAtOnceAndGoesOn() {
        busy.isTooMuch("loud");
        assertThat(placesOf("loud")).isEqualTo(16);
        busy.isTooMuch("loud");
        assertThat(placesOf("loud")).isEqualTo(8);
    }

    @Test
    void eachLetterThatLeavesGivesAPlaceBack() {
        busy.rests("slow", NOW);
        for (int places = 17; places <= 31; places++) {
            busy.sent("slow");
            assertThat(placesOf("slow")).isEqualTo(places);
        }
        busy.sent("slow");
        busy.sent("slow");
        assertThat(busy.taken(NOW)).isEmpty();
    }

    @Test
    void aPlaceComesBack() {
        begin("loud", 1);
        busy.ends("loud");
        assertThat(busy.taken(NOW)).isEmpty();
        assertThat(busy.free()).isEqualTo(128);
    }

    private int placesOf(String account) {
        return placesOf(account, NOW);
    }

    private int placesOf(String account, Instant now) {
        return Busy.MOST_AN_ACCOUNT - busy.taken(now).getOrDefault(account, 0);
    }

    private void begin(String account, int letters) {
        IntStream.range(0, letters).forEach(_ -> busy.begins(account));
    }
}
