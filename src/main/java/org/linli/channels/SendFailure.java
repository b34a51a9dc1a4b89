package org.linli.channels;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one error that [Channel#send] and [Way#send] may raise.
public final class SendFailure extends RuntimeException {

    /// Why, in words the outbox can act on. Adapters map platform codes to these and keep the code as detail.
    public enum Reason {
        /// The platform was not reached, or says that it is out of order: nothing was sent.
        UNREACHABLE(true),
        /// Too much in too short a time.
        THROTTLED(true),
        /// No more by this way for today or this month, whoever is written to.
        QUOTA_SPENT(false),
        /// The message left, the answer never came: it may have arrived. Not sent again.
        UNCERTAIN(false),
        /// The person has to act first: write, tap, permit.
        WINDOW_CLOSED(false),
        /// The person left or blocked us.
        RECIPIENT_GONE(false),
        /// The platform will not carry this.
        CONTENT_REFUSED(false),
        /// A secret, permission or address is wrong: somebody has to look.
        MISCONFIGURED(false);

        private final boolean retryable;

        Reason(boolean retryable) {
            this.retryable = retryable;
        }

        public boolean retryable() {
            return retryable;
        }
    }

    private final Reason reason;
    private final @Nullable Duration retryAfter;

    /// @param detail the platform's code and what it means: no words of the message, no secret
    public SendFailure(Reason reason, String detail) {
        this(reason, detail, null);
    }

    /// @param retryAfter how long the platform takes nothing more from this account by this way, where that is known:
    ///                   60 s after 45009 of a robot, until midnight after 45009 of a day's quota
    public SendFailure(Reason reason, String detail, @Nullable Duration retryAfter) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /// Empty where the platform does not say.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public Reason reason() {
        return reason;
    }
}
