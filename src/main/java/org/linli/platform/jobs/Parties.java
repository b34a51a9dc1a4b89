package org.linli.platform.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Calls that wait, each party's in a line of its own. Parties take turns: whoever has many waiting delays itself.
///
/// Anybody may add; turns are taken by one at a time, who hands back by [#wait] whomever it did not let in.
///
/// @param <C> what waits
final class Parties<C> {

    private final Map<Object, Party<C>> known = new ConcurrentHashMap<>();
    private final Queue<Party<C>> turns = new ConcurrentLinkedQueue<>();

    void add(Object party, C call) {
        var its = known.computeIfAbsent(party, _ -> new Party<>());
        its.add(call);
        wait(its);
    }

    /// Behind all others that wait. Nothing where it has nothing to wait for, or does so already.
    void wait(Party<C> party) {
        if (!party.calls.isEmpty() && party.waits.compareAndSet(false, true)) {
            turns.add(party);
        }
    }

    /// Whose turn it is. `null` where nobody waits.
    @Nullable
    Party<C> next() {
        Party<C> party = turns.poll();
        if (party != null) {
            party.waits.set(false);
        }
        return party;
    }

    /// All that ever had a call.
    Collection<Party<C>> all() {
        return known.values();
    }

    /// One line, how many of its batches run, and how many of those are worth waiting for.
    static final class Party<C> {

        private final Queue<C> calls = new ConcurrentLinkedQueue<>();
        private final AtomicInteger size = new AtomicInteger();
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger quick = new AtomicInteger();
        private final AtomicBoolean waits = new AtomicBoolean();

        private void add(C call) {
            calls.add(call);
            size.incrementAndGet();
        }

        /// Whether so many wait, or nothing runs that the next ones could wait for; and it has not so many batches
        /// already.
        boolean mayStart(int worthIt, int abreast) {
            return !calls.isEmpty() && running.get() < abreast && (quick.get() == 0 || size.get() >= worthIt);
        }

        void begins() {
            running.incrementAndGet();
            quick.incrementAndGet();
        }

        void ends() {
            running.decrementAndGet();
        }

        void isNotWaitedFor() {
            quick.decrementAndGet();
        }

        /// Up to so many of the first. Empty where those who waited have just given up.
        List<C> take(int most) {
            var batch = new ArrayList<C>();
            for (C call; batch.size() < most && (call = calls.poll()) != null; ) {
                size.decrementAndGet();
                batch.add(call);
            }
            return batch;
        }

        /// The one that has waited longest. `null` where none does.
        @Nullable
        C first() {
            return calls.peek();
        }

        /// Whether it was still waiting.
        boolean remove(C call) {
            boolean removed = calls.remove(call);
            if (removed) {
                size.decrementAndGet();
            }
            return removed;
        }
    }
}
