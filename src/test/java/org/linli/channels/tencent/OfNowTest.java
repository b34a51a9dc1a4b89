package org.linli.channels.tencent;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.SettableClock;
import org.linli.channels.WebhookRejected;
import org.linli.channels.WebhookRequest;

class OfNowTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration JUMP = Duration.ofHours(3);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-06-10T07:00:00Z"));
    private final AtomicLong passed = new AtomicLong();
    private final OfNow ofNow = new OfNow(WINDOW, clock, passed::get);
    private Instant atThePlatform = Instant.EPOCH;

    @BeforeEach
    void bothClocksAreRight() {
        atThePlatform = clock.instant();
    }

    @Test
    void aCallOfNowIsHeardAndOneOfLongAgoOrLaterIsNot() {
        isHeard(atThePlatform);
        isHeard(atThePlatform.minus(WINDOW));
        isRefused(atThePlatform.minus(WINDOW).minusSeconds(1));
        isRefused(atThePlatform.plus(WINDOW).plusSeconds(1));
    }

    @Test
    void afterOurClockJumpsAheadWhatThePlatformSignsIsHeardOn() {
        isHeard(atThePlatform);
        clock.pass(JUMP);

        isHeard(atThePlatform);
        time(Duration.ofDays(1));
        isHeard(atThePlatform);
    }

    @Test
    void afterOurClockJumpsBackToo() {
        isHeard(atThePlatform);
        clock.pass(JUMP.negated());
        time(Duration.ofDays(1));

        isHeard(atThePlatform);
    }

    @Test
    void whatWasSeenBeforeAJumpIsNotHeardOnceMoreLongAfterIt() {
        Instant seen = atThePlatform;
        isHeard(seen);
        clock.pass(JUMP);
        time(WINDOW.plusSeconds(1));

        isRefused(seen);
        isHeard(atThePlatform);
        isRefused(seen);
    }

    @Test
    void anOldCallThatWasLateDoesNotTurnThePlatformsClockBack() {
        isHeard(atThePlatform);
        isHeard(atThePlatform.minus(WINDOW));
        clock.pass(JUMP);

        isHeard(atThePlatform.plus(WINDOW));
    }

    @Test
    void aStartWithAWrongClockHearsNothingUntilItIsRight() {
        clock.pass(JUMP);
        isRefused(atThePlatform);
        clock.pass(JUMP.negated());

        isHeard(atThePlatform);
    }

    /// Everywhere.
    private void time(Duration passes) {
        clock.pass(passes);
        passed.addAndGet(passes.toNanos());
        atThePlatform = atThePlatform.plus(passes);
    }

    private void isHeard(Instant signed) {
        assertThatCode(() -> ofNow.require(call(signed))).doesNotThrowAnyException();
    }

    private void isRefused(Instant signed) {
        assertThatThrownBy(() -> ofNow.require(call(signed))).isInstanceOf(WebhookRejected.class);
    }

    private static WebhookRequest call(Instant signed) {
        return new WebhookRequest("POST", "demo", Map.of("timestamp", "" + signed.getEpochSecond()), "");
    }
}
