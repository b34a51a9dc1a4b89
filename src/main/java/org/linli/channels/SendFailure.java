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
    private final String detail;
    private final @Nullable Long code;
    private final @Nullable Duration retryAfter;
    private final int mostTries;

    /// @param detail what it means: no words of the message, no secret
    public SendFailure(Reason reason, String detail) {
        this(reason, detail, null);
    }

    /// @param retryAfter how long the platform takes nothing more from this account by this way, where that is known:
    ///                   60 s after 45009 of a robot, until midnight after 45009 of a day's quota
    public SendFailure(Reason reason, String detail, @Nullable Duration retryAfter) {
        this(reason, detail, null, retryAfter, Integer.MAX_VALUE);
    }

    private SendFailure(
            Reason reason, String detail, @Nullable Long code, @Nullable Duration retryAfter, int mostTries) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
        this.code = code;
        this.retryAfter = retryAfter;
        this.mostTries = mostTries;
    }

    /// For a number that the platform named.
    public static SendFailure ofCode(Reason reason, long code) {
        return new SendFailure(reason, "errcode " + code, code, null, Integer.MAX_VALUE);
    }

    /// The same for a number after which the platform wants to be left alone.
    public static SendFailure ofCode(Reason reason, long code, Duration retryAfter) {
        return new SendFailure(reason, "errcode " + code, code, retryAfter, Integer.MAX_VALUE);
    }

    /// The same for a number that the platform wants to be answered by few tries.
    ///
    /// @param mostTries of the same letter, the first included
    public static SendFailure ofCode(Reason reason, long code, Duration retryAfter, int mostTries) {
        return new SendFailure(reason, "errcode " + code, code, retryAfter, mostTries);
    }

    /// Whether the platform named this number.
    public boolean names(long errcode) {
        return code != null && code == errcode;
    }

    /// Empty where the platform named none.
    public Optional<Long> code() {
        return Optional.ofNullable(code);
    }

    /// Empty where the platform does not say.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /// How often a letter may fail like this before it is given up, if it is tried again at all.
    public int mostTries() {
        return mostTries;
    }

    public Reason reason() {
        return reason;
    }

    /// The message without the reason: `errcode 40001`, or what happened to the call.
    public String detail() {
        return detail;
    }
}
