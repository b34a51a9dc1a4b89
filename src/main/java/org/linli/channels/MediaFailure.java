package org.linli.channels;

/// The one error that [FetchMedia] may raise.
public final class MediaFailure extends RuntimeException {

    /// Why there are no bytes, in words that say what to do next. Adapters map platform codes to these.
    public enum Reason {
        /// The platform has forgotten it, or never had it.
        GONE(false),
        /// More than we keep.
        TOO_LARGE(false),
        /// Nothing that we show to anybody, judged by its bytes.
        REFUSED_TYPE(false),
        /// The platform was not reached, is out of order or asks us to slow down.
        TRY_AGAIN(true);

        private final boolean retryable;

        Reason(boolean retryable) {
            this.retryable = retryable;
        }

        public boolean retryable() {
            return retryable;
        }
    }

    private final Reason reason;

    /// @param detail the platform's code and what it means: no address that opens it, no secret
    public MediaFailure(Reason reason, String detail) {
        super(reason + ": " + detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
