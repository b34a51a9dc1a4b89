package org.linli.channels.xmpp;

import static org.linli.channels.SendFailure.Reason.CONTENT_REFUSED;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.RECIPIENT_GONE;
import static org.linli.channels.SendFailure.Reason.THROTTLED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jspecify.annotations.Nullable;
import org.linli.channels.SendFailure;

/// What an error that comes back for a message means for its letter: RFC 6120, 8.3.3, and XEP-0045 for rooms.
final class Refused {

    private Refused() {}

    /// @param error `null` where the server gives none, which it must
    static SendFailure because(@Nullable StanzaError error) {
        Condition condition = error == null ? Condition.undefined_condition : error.getCondition();
        return new SendFailure(reason(condition), condition.toString());
    }

    /// Whatever comes back was not delivered, so it may be tried again where waiting helps.
    static SendFailure.Reason reason(Condition condition) {
        return switch (condition) {
            // not_acceptable: we are not in the room, and will be again
            case not_acceptable,
                    recipient_unavailable,
                    remote_server_timeout,
                    internal_server_error,
                    undefined_condition,
                    unexpected_request -> UNREACHABLE;
            case resource_constraint -> THROTTLED;
            // service_unavailable: there is no such account, or it blocks us
            case gone, item_not_found, redirect, remote_server_not_found, service_unavailable -> RECIPIENT_GONE;
            case bad_request, feature_not_implemented, policy_violation -> CONTENT_REFUSED;
            case conflict,
                    forbidden,
                    jid_malformed,
                    not_allowed,
                    not_authorized,
                    registration_required,
                    subscription_required -> MISCONFIGURED;
        };
    }
}
