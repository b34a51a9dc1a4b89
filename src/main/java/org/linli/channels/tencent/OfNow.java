package org.linli.channels.tencent;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.linli.channels.WebhookRequest;

/// Turns away a genuine call that somebody saw and sends once more much later, when its message may be forgotten here.
///
/// No platform names a limit of its own; each tries a call again within seconds, and that passes.
///
/// @param window how far the time that a call was signed at may be from ours, in either direction; zero: anything goes
public record OfNow(Duration window, Clock clock) {

    /// @throws WebhookRejected when the call was signed at another time
    public void require(WebhookRequest request) {
        Duration age = Duration.between(signedAt(request), clock.instant()).abs();
        if (!window.isZero() && age.compareTo(window) > 0) {
            throw Rejections.notGenuine("signed %d s away from now".formatted(age.toSeconds()));
        }
    }

    private static Instant signedAt(WebhookRequest request) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(request.query().getOrDefault("timestamp", "")));
        } catch (NumberFormatException | DateTimeException noTime) {
            return Instant.EPOCH;
        }
    }
}
