package org.linli.platform.jobs;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// For reports of what may happen a thousand times a second: one a second gets through, with the count of all since
/// the last one.
public final class OnceASecond {

    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier nanos;
    private final AtomicLong next;
    private final AtomicLong untold = new AtomicLong();

    public OnceASecond() {
        this(System::nanoTime);
    }

    OnceASecond(LongSupplier nanos) {
        this.nanos = nanos;
        this.next = new AtomicLong(nanos.getAsLong());
    }

    /// @param report gets how often it happened, this time included; not called within a second of the last report
    public void happened(LongConsumer report) {
        untold.incrementAndGet();
        long now = nanos.getAsLong();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + SECOND)) {
            report.accept(untold.getAndSet(0));
        }
    }
}
