package org.linli.outbox;

import org.linli.channels.SendFailure.Reason;

/// What the outbox does about a failure: the one place that says it. The ledger learns from each by itself.
enum Reaction {
    /// The same way again, later.
    AGAIN,
    /// Another way now; when there is none, wait until one opens.
    NEXT_OR_HOLD,
    /// Another way now; when there is none, staff has to look.
    NEXT_OR_GIVE_UP,
    /// Nobody knows whether it arrived: not sent again.
    LEAVE_OPEN;

    static Reaction to(Reason reason) {
        return switch (reason) {
            case UNREACHABLE, THROTTLED -> AGAIN;
            case QUOTA_SPENT, WINDOW_CLOSED -> NEXT_OR_HOLD;
            case MISCONFIGURED, CONTENT_REFUSED, RECIPIENT_GONE -> NEXT_OR_GIVE_UP;
            case UNCERTAIN -> LEAVE_OPEN;
        };
    }
}
