package org.linli.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An address that is called when something happens. Its secret is not in here.
///
/// @param failingSince when calls began to fail; `null` while they arrive
/// @param stoppedAt    when it was put aside; `null` while it is called
/// @param stoppedWhy   an outcome of calls, or `staff`
/// @param rotatingUntil until when the secret before signs as well; `null` where there is none
/// @param waiting      how many calls wait for it
public record Subscription(
        String id,
        URI url,
        Set<Topic> topics,
        String madeBy,
        Instant madeAt,
        @Nullable Instant failingSince,
        @Nullable Instant stoppedAt,
        @Nullable String stoppedWhy,
        @Nullable Instant rotatingUntil,
        long waiting) {

    public Subscription {
        topics = Set.copyOf(topics);
    }
}
