package org.linli.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What became of one attempt at a letter.
sealed interface Outcome {

    /// How many parts the platform has taken by now.
    int partsSent();

    record Sent(String receipt, int partsSent) implements Outcome {}

    /// To be tried again after that time.
    record Later(Duration delay, String reason, int partsSent) implements Outcome {}

    /// Given up; staff may try it again.
    record Failed(String reason, int partsSent) implements Outcome {}

    /// It may have arrived: not sent again by itself.
    record Unknown(String reason, int partsSent) implements Outcome {}

    /// As stored and as counted.
    default String state() {
        return switch (this) {
            case Sent _ -> "sent";
            case Later _ -> "due";
            case Failed _ -> "failed";
            case Unknown _ -> "unknown";
        };
    }

    default @Nullable String why() {
        return switch (this) {
            case Sent _ -> null;
            case Later it -> it.reason();
            case Failed it -> it.reason();
            case Unknown it -> it.reason();
        };
    }
}
