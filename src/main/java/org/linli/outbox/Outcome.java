package org.linli.outbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.channels.SendFailure;

/// What became of one attempt at a letter.
sealed interface Outcome {

    /// How many parts the platform has taken by now.
    int partsSent();

    record Sent(int partsSent) implements Outcome {}

    /// To be tried again after that time, by itself.
    ///
    /// @param failed whether the platform was asked and did not take it, or it only waited for its turn
    record Later(Duration delay, String reason, boolean failed, int partsSent) implements Outcome {

        /// Whether the platform said that we send too much at once.
        boolean isTooMuch() {
            return failed && reason.equals(SendFailure.Reason.THROTTLED.name());
        }
    }

    /// No way is open: it waits until the person acts, or until then.
    ///
    /// @param until `null` where only the person can open one
    record Held(String reason, @Nullable Instant until, int partsSent) implements Outcome {}

    /// Given up; staff may try it again.
    record Failed(String reason, int partsSent) implements Outcome {}

    /// It may have arrived: not sent again by itself.
    record Unknown(String reason, int partsSent) implements Outcome {}

    /// As stored and as counted.
    default String state() {
        return switch (this) {
            case Sent _ -> "sent";
            case Later _ -> "due";
            case Held _ -> "held";
            case Failed _ -> "failed";
            case Unknown _ -> "unknown";
        };
    }

    default @Nullable String why() {
        return switch (this) {
            case Sent _ -> null;
            case Later it -> it.reason();
            case Held it -> it.reason();
            case Failed it -> it.reason();
            case Unknown it -> it.reason();
        };
    }
}
