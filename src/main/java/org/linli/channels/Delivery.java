package org.linli.channels;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What one webhook call said, and the body that the platform expects back.
public sealed interface Delivery {

    /// Sent only after the inbox has committed what the call said.
    Reply acknowledgement();

    /// People wrote. Mostly one message; some platforms announce a batch.
    ///
    /// @param passiveReply writes an answer into the response of this call; `null` where the platform does not
    ///                     take one. Only for a single message that fits [Limits#textBytes].
    record Messages(
            List<Inbound> messages,
            Reply acknowledgement,
            @Nullable Function<Outbound, Reply> passiveReply) implements Delivery {

        public Messages {
            messages = List.copyOf(messages);
        }
    }

    /// The platform checks that this address is ours.
    record Handshake(Reply acknowledgement) implements Delivery {}

    /// Genuine, but nothing that we act on.
    record Ignored(String reason, Reply acknowledgement) implements Delivery {}
}
