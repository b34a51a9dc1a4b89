package org.linli.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Inbound;

/// A message that is committed and is being worked on.
///
/// @param id           rises in the order of arrival
/// @param passiveUntil until when an answer may travel in the response of the platform's call; `null` when it may not
/// @param attempt      1 for the first; part of the lease, so that a worker that was given up cannot finish it
public record Arrival(
        long id,
        Inbound message,
        Instant receivedAt,
        @Nullable Instant passiveUntil,
        int attempt) {}
