package org.linli.platform.calling;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What became of a call. Stored by name in lower case and shown on the desk.
public enum CallResult {
    ARRIVED,
    /// What it tells of may be told no more; it was not made.
    NOT_SHOWN,
    /// What has to sign it cannot be opened with the keys at hand; it was not made.
    UNOPENED,
    /// The receiver answered with an error.
    REFUSED,
    /// 410: it wants no more calls.
    GONE,
    UNREACHABLE;

    /// As Standard Webhooks advises: dense at first, then over days.
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    static CallResult of(int status) {
        if (status >= 200 && status < 300) {
            return ARRIVED;
        }
        return status == 410 ? GONE : REFUSED;
    }

    public boolean isDone() {
        return this == ARRIVED || this == NOT_SHOWN;
    }

    /// Empty where it is not to be tried again.
    ///
    /// @param tries how often it was tried by now, from 1
    public Optional<Duration> again(int tries) {
        return isDone() || this == GONE || tries > WAITS.size() ? Optional.empty() : Optional.of(WAITS.get(tries - 1));
    }
}
