package org.linli.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.Way;
import reactor.core.publisher.Mono;

/// A platform that takes so many letters a second from each account, refuses what is more within any second, and needs
/// 15 ms for each.
final class Crowd implements Way {

    static final ChannelId ID = new ChannelId("crowd");

    private static final Duration TAKES = Duration.ofMillis(15);
    private static final long A_SECOND = 1_000_000_000;

    private final Map<String, Deque<Long>> lately = new ConcurrentHashMap<>();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile int most = 1;
    private volatile long first;
    private volatile long last;

    /// @param most a second from each account
    void begins(int most) {
        this.most = most;
        lately.clear();
        taken.set(0);
        refused.set(0);
        first = 0;
    }

    long taken() {
        return taken.get();
    }

    /// Because there were too many within a second.
    long refused() {
        return refused.get();
    }

    /// A second, from the first to the last.
    double rate() {
        return (taken.get() - 1) * 1e9 / (last - first);
    }

    @Override
    public String id() {
        return "crowd.way";
    }

    @Override
    public ChannelId channel() {
        return ID;
    }

    @Override
    public Limits limits() {
        return new Limits(2048, Duration.ZERO);
    }

    @Override
    public boolean carries(Outbound letter) {
        return true;
    }

    @Override
    public List<Allowance> allowances(Outbound letter) {
        return List.of(new Rate("crowd.calls", Scope.account(letter.to()), most, Duration.ofSeconds(1)));
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return Mono.defer(() -> mayEnter(message.to().account())
                ? Mono.delay(TAKES).map(_ -> take(message))
                : Mono.error(() -> new SendFailure(SendFailure.Reason.THROTTLED, "too many within a second")));
    }

    private boolean mayEnter(String account) {
        long now = System.nanoTime();
        var entered = lately.computeIfAbsent(account, _ -> new ArrayDeque<>());
        synchronized (entered) {
            while (!entered.isEmpty() && now - entered.peekFirst() >= A_SECOND) {
                entered.removeFirst();
            }
            if (entered.size() >= most) {
                refused.incrementAndGet();
                return false;
            }
            entered.addLast(now);
            return true;
        }
    }

    private synchronized Receipt take(Outbound message) {
        last = System.nanoTime();
        first = first == 0 ? last : first;
        taken.incrementAndGet();
        return new Receipt(message.key());
    }
}
