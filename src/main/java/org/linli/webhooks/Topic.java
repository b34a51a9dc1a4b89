package org.linli.webhooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be subscribed to. Stored by name, so a topic is never renamed.
public enum Topic {
    CASE_OPENED,
    CASE_MOVED,
    /// Closed, taken back, or resting in another.
    CASE_CLOSED,
    /// It begins to be handed out.
    NOTICE_SENT,
    /// Everybody was thought of; letters may still be on their way.
    NOTICE_FINISHED,
    POLL_OPENED,
    POLL_COUNTED;

    /// As programs read it: `case.opened`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    public static Optional<Topic> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
