package org.linli.platform.calling;

import java.net.URI;
import java.util.List;

/// Where a signed call goes.
///
/// @param secrets   the present one first; a receiver may know any of them
/// @param messageId the same in each try, so that a receiver knows a repeat
public record Outgoing(URI url, List<String> secrets, String messageId) {

    public Outgoing {
        secrets = List.copyOf(secrets);
    }

    @Override
    public String toString() {
        return "Outgoing[" + messageId + "]";
    }
}
