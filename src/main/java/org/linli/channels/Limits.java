package org.linli.channels;

import java.time.Duration;

/// What one message may carry, and how long a caller waits for an answer.
///
/// @param textBytes     UTF-8 bytes of one text
/// @param passiveBudget how long an answer may take to travel in the response of the call; zero where it cannot
public record Limits(int textBytes, Duration passiveBudget) {}
