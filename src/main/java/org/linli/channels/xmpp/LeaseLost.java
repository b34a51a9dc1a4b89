package org.linli.channels.xmpp;

/// Another replica holds the account's connection by now.
final class LeaseLost extends RuntimeException {

    LeaseLost() {
        super("another replica holds the connection", null, false, false);
    }
}
