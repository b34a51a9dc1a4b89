package org.linli.channels;

/// Somebody came back from a platform's page and it is not known who they are.
public final class SignInRefused extends RuntimeException {

    /// What to tell them.
    public enum Reason {
        /// The platform does not know the code.
        WRONG,
        /// The code was used before: the page was opened a second time.
        USED,
        /// They took too long, or come from another browser.
        EXPIRED,
        /// The platform does not answer, or has no time for us.
        AWAY,
        /// Our own account is set up wrongly; somebody has to look.
        MISCONFIGURED
    }

    private final Reason reason;

    /// @param detail the platform's code: nothing secret
    public SignInRefused(Reason reason, String detail) {
        super(reason + ": " + detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
