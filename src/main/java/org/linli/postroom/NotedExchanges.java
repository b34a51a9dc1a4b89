package org.linli.postroom;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.linli.channels.Exchange;

/// What one account exchanged since somebody took it away: all counted, the newest remembered.
final class NotedExchanges {

    static final int REMEMBERED = 100;

    private final AtomicReferenceArray<Exchange> newest = new AtomicReferenceArray<>(REMEMBERED);
    private final AtomicLong next = new AtomicLong();
    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private long taken;

    /// @param newest the oldest of them first
    record Taken(int calls, int failures, List<Exchange> newest) {}

    /// Never waits: whoever calls may be an event loop.
    void note(Exchange exchange) {
        newest.set((int) (next.getAndIncrement() % REMEMBERED), exchange);
        calls.increment();
        if (!exchange.good()) {
            failures.increment();
        }
    }

    /// By one at a time.
    Taken take() {
        long end = next.get();
        var exchanges = new ArrayList<Exchange>();
        for (long i = Math.max(taken, end - REMEMBERED); i < end; i++) {
            Exchange exchange = newest.get((int) (i % REMEMBERED));
            if (exchange != null) {
                exchanges.add(exchange);
            }
        }
        taken = end;
        return new Taken((int) calls.sumThenReset(), (int) failures.sumThenReset(), exchanges);
    }
}
