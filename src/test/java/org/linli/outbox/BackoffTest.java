package org.linli.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.channels.SendFailure;
import org.linli.channels.SendFailure.Reason;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, 1, PT1S",
        "UNREACHABLE, 2, PT2S",
        "UNREACHABLE, 5, PT16S",
        "UNREACHABLE, 9, PT4M16S",
        "UNREACHABLE, 10, PT5M",
        "UNREACHABLE, 11, PT5M",
        "THROTTLED, 1, PT30S",
        "THROTTLED, 3, PT2M",
        "THROTTLED, 11, PT10M"
    })
    void whatMayWorkLaterIsTriedLaterAndLater(Reason reason, int tries, Duration wait) {
        assertThat(after(because(reason), tries)).isBetween(wait, wait.plus(wait.dividedBy(4)));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsTriedMoreThanTwelveTimes(Reason reason) {
        assertThat(Backoff.after(because(reason), 12, "k")).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"UNREACHABLE", "THROTTLED"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatWillNotWorkLaterIsNotTriedAgain(Reason reason) {
        assertThat(Backoff.after(because(reason), 1, "k")).isEmpty();
    }

    @Test
    void theTimeThatThePlatformNamesIsWaitedForWhereItIsLonger() {
        var minute = new SendFailure(Reason.UNREACHABLE, "busy", Duration.ofMinutes(1));

        assertThat(after(minute, 1)).isBetween(Duration.ofMinutes(1), Duration.ofSeconds(75));
        assertThat(after(minute, 10)).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void lettersThatFailedTogetherDoNotAllComeBackTogether() {
        var waits = IntStream.range(0, 100)
                .mapToObj(n -> Backoff.after(because(Reason.THROTTLED), 1, "LM-" + n))
                .distinct();

        assertThat(waits).hasSizeGreaterThan(50);
    }

    @Test
    void aBusyPlatformIsTriedThreeTimesMoreAtTheMost() {
        var busy = SendFailure.ofCode(Reason.UNREACHABLE, -1, Duration.ofSeconds(10), 4);

        assertThat(after(busy, 3)).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(Backoff.after(busy, 4, "k")).isEmpty();
    }

    private static Duration after(SendFailure failure, int tries) {
        return Backoff.after(failure, tries, "LM-1/case-opened").orElseThrow();
    }

    private static SendFailure because(Reason reason) {
        return new SendFailure(reason, "as the test wants");
    }
}
