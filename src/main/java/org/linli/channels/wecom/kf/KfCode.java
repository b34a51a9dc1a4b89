package org.linli.channels.wecom.kf;

import org.linli.channels.SendFailure;

/// Codes of the customer service that need more than to be told.
final class KfCode {

    /// The token of a call is older than ten minutes.
    private static final long OLD_TOKEN = 95007;

    private KfCode() {}

    static boolean isOfOldToken(Throwable failure) {
        return failure instanceof SendFailure refused && refused.names(OLD_TOKEN);
    }
}
