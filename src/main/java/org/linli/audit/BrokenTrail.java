package org.linli.audit;

/// An exported trail is not as it was written. The message is one line that says where.
public final class BrokenTrail extends RuntimeException {

    BrokenTrail(String message) {
        super(message);
    }
}
