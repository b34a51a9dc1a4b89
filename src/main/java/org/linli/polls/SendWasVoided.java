package org.linli.polls;

/// The ballot of this attempt was taken out of the box: sent again it does not come back. Nothing was written.
final class SendWasVoided extends RuntimeException {

    SendWasVoided() {
        super("a ballot that was taken out");
    }
}
