package org.linli.standin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The newest exchanges between our program and the platforms that are played.
public final class Exchanges {

    private static final int KEPT = 200;

    private final Deque<Exchange> newestFirst = new ArrayDeque<>();
    private final Clock clock;
    private long number;

    public Exchanges(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /// @param begun when the call was made
    public synchronized void add(
            Instant begun, String platform, boolean ours, String call, String asked, int status, String answered) {
        newestFirst.addFirst(new Exchange(
                ++number,
                begun,
                platform,
                ours,
                Redacted.text(call),
                Redacted.text(asked),
                status,
                Redacted.text(answered),
                Duration.between(begun, clock.instant()).toMillis()));
        if (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
    }

    public synchronized List<Exchange> newestFirst() {
        return List.copyOf(newestFirst);
    }
}
