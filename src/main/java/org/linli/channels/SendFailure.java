package org.linli.channels;

/// The one error that [Channel#send] may raise.
public final class SendFailure extends RuntimeException {

    /// Why, in words the outbox can act on. Adapters map platform codes to these and keep the code as detail.
    public enum Reason {
        /// The platform was not reached, or says that it is out of order: nothing was sent.
        UNREACHABLE(true),
        /// Too much in too short a time.
        THROTTLED(true),
        /// The message left, the answer never came: it may have arrived. Not sent again.
        UNCERTAIN(false),
        /// The person has to write first.
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

    /// @param detail the platform's code and what it means: no words of the message, no secret
    public SendFailure(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
