package org.linli.channels.tencent;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.linli.channels.WebhookRequest;

/// Turns away a genuine call that somebody saw and sends once more much later, when its message may be forgotten here.
///
/// No platform names a limit of its own; each tries a call again within seconds, and that passes.
///
/// Now is what our clock says, and what the platform says: the latest time that it signed, with what has passed
/// since. Nobody else can sign a later one. So where our clock is set wrong, its calls are heard on. After a machine
/// slept, until the next call of now, one from right before it slept would pass; whoever has the secret of an account
/// may lead this second clock ahead, which lets nobody in and helps nobody while ours is wrong.
public final class OfNow {

    private record Signed(Instant at, long heard) {}

    private final AtomicReference<Signed> latest;
    private final Duration window;
    private final Clock clock;
    private final LongSupplier passed;

    /// @param window how far the time of a signature may be from now, in either direction; zero: anything goes
    public OfNow(Duration window, Clock clock) {
        this(window, clock, System::nanoTime);
    }

    /// @param passed nanoseconds since whenever, which no clock changes
    OfNow(Duration window, Clock clock, LongSupplier passed) {
        this.window = window;
        this.clock = clock;
        this.passed = passed;
        this.latest = new AtomicReference<>(new Signed(Instant.EPOCH, passed.getAsLong()));
    }

    /// @param request whose signature is known to be right
    /// @throws WebhookRejected when the call was signed at another time
    public void require(WebhookRequest request) {
        if (window.isZero()) {
            return;
        }
        Instant signed = signedAt(request);
        long heard = passed.getAsLong();
        Duration age = Duration.between(signed, clock.instant()).abs();
        if (age.compareTo(window) > 0 && isFar(signed, latest.get(), heard)) {
            throw Rejections.notGenuine("signed %d s away from now".formatted(age.toSeconds()));
        }
        latest.accumulateAndGet(new Signed(signed, heard), OfNow::later);
    }

    private boolean isFar(Instant signed, Signed known, long heard) {
        Instant now = known.at().plusNanos(heard - known.heard());
        return Duration.between(signed, now).abs().compareTo(window) > 0;
    }

    /// By what the platform's clock would say at the same moment.
    private static Signed later(Signed known, Signed signed) {
        return known.at().plusNanos(signed.heard() - known.heard()).isAfter(signed.at()) ? known : signed;
    }

    private static Instant signedAt(WebhookRequest request) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(request.query().getOrDefault("timestamp", "")));
        } catch (NumberFormatException | DateTimeException noTime) {
            return Instant.EPOCH;
        }
    }
}
