package org.linli.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One call to whoever subscribed, as it stands. What it says is not in here: numbers and states can be read anew.
///
/// @param tries   so far
/// @param dueAt   when it is made next, while it is not done; `null` where it waits for somebody since a restore
/// @param doneAt  when it arrived; `null` until then
/// @param outcome of the last try, like `done` or `unreachable`, `since_restore` while it
///                waits, `dropped` where nobody wanted it made; `null` before the first
public record Delivery(
        long id,
        Topic topic,
        Instant at,
        int tries,
        @Nullable Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable String outcome) {}
