package org.linli.platform.traces;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// For reports of what somebody may do again and again: of each, one a minute gets through, and of a thousand others
/// none more in that minute, so that nobody fills the log or the memory by being many.
final class OnceAMinute {

    private static final long MINUTE = 60_000_000_000L;
    private static final int MOST = 1_000;

    private final LongSupplier nanos;
    private final AtomicLong next;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    OnceAMinute() {
        this(System::nanoTime);
    }

    OnceAMinute(LongSupplier nanos) {
        this.nanos = nanos;
        this.next = new AtomicLong(nanos.getAsLong() + MINUTE);
    }

    /// Whether it is to be told now.
    boolean isFirst(String what) {
        long now = nanos.getAsLong();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + MINUTE)) {
            told.clear();
        }
        return told.size() < MOST && told.add(what);
    }
}
