package org.linli.media;

import java.time.Instant;
import java.util.Locale;
import org.linli.channels.MediaFailure.Reason;

/// What became of one attempt to fetch something.
sealed interface Outcome {

    record Kept(Cleaned content) implements Outcome {}

    record Later(Reason reason, Instant at) implements Outcome {}

    /// @param reason not retryable
    record Lost(Reason reason) implements Outcome {

        /// As it is stored, and as letters and pages name it.
        String word() {
            return reason.name().toLowerCase(Locale.ROOT);
        }
    }
}
