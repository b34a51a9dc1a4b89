package org.linli.channels;

/// The call is not for us, not genuine or not readable. Nothing of it is stored.
public final class WebhookRejected extends RuntimeException {

    /// With the HTTP status that the caller gets.
    public enum Reason {
        UNKNOWN_ACCOUNT(404),
        NOT_GENUINE(403),
        UNREADABLE(400),
        TOO_LARGE(413);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Reason reason;

    /// @param detail for the log: nothing of the body, no secret
    public WebhookRejected(Reason reason, String detail) {
        super(reason + ": " + detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
