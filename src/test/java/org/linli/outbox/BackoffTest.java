package org.linli.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
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
        assertThat(Backoff.after(because(reason), tries)).contains(wait);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsTriedMoreThanTwelveTimes(Reason reason) {
        assertThat(Backoff.after(because(reason), 12)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"UNREACHABLE", "THROTTLED"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatWillNotWorkLaterIsNotTriedAgain(Reason reason) {
        assertThat(Backoff.after(because(reason), 1)).isEmpty();
    }

    @Test
    void theTimeThatThePlatformNamesIsWaitedForWhereItIsLonger() {
        var minute = new SendFailure(Reason.UNREACHABLE, "busy", Duration.ofMinutes(1));

        assertThat(Backoff.after(minute, 1)).contains(Duration.ofMinutes(1));
        assertThat(Backoff.after(minute, 10)).contains(Duration.ofMinutes(5));
    }

    private static SendFailure because(Reason reason) {
        return new SendFailure(reason, "as the test wants");
    }
}
