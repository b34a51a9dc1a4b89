package org.linli.channels.xmpp;

import org.jivesoftware.smack.XMPPException.StreamErrorException;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.sasl.SASLErrorException;

/// The name of what went wrong, without a word of what was said.
final class Trouble {

    private Trouble() {}

    /// As the protocol calls it, or else the kind of error.
    static String named(Throwable error) {
        return switch (error) {
            case XMPPErrorException refused ->
                refused.getStanzaError().getCondition().toString();
            case StreamErrorException ended ->
                ended.getStreamError().getCondition().toString();
            case SASLErrorException stranger ->
                stranger.getSASLFailure().getSASLError().toString();
            default -> error.getClass().getSimpleName();
        };
    }
}
