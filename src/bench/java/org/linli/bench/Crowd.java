package org.linli.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.Way;
import reactor.core.publisher.Mono;

/// A platform that takes a thousand letters a second from each account and needs 15 ms for each.
final class Crowd implements Way {

    static final ChannelId ID = new ChannelId("crowd");
    static final int A_SECOND = 1_000;

    private final AtomicLong left = new AtomicLong();
    private volatile long all;
    private volatile long first;
    private volatile long last;

    void begins(long letters) {
        all = letters;
        first = 0;
        left.set(letters);
    }

    boolean hasAll() {
        return left.get() <= 0;
    }

    /// A second, from the first to the last.
    double rate() {
        return all * 1e9 / (last - first);
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
        return List.of(new Rate("crowd.calls", Scope.account(letter.to()), A_SECOND, Duration.ofSeconds(1)));
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return Mono.delay(Duration.ofMillis(15)).map(_ -> {
            last = System.nanoTime();
            first = first == 0 ? last : first;
            left.decrementAndGet();
            return new Receipt(message.key());
        });
    }
}
