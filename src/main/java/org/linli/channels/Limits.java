package org.linli.channels;

import java.time.Duration;

/// What one message may carry, and how long a caller waits for an answer.
///
/// @param textBytes     UTF-8 bytes of one text
/// @param passiveBudget how long an answer may take to travel in the response of the call; zero where it cannot
/// @param pictures      whether it may carry a picture, as a message of its own
public record Limits(int textBytes, Duration passiveBudget, boolean pictures) {

    /// Of words alone.
    public Limits(int textBytes, Duration passiveBudget) {
        this(textBytes, passiveBudget, false);
    }

    public Limits withPictures() {
        return new Limits(textBytes, passiveBudget, true);
    }
}
