package org.linli.platform.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/// Many single calls, few statements: what is asked for while earlier statements run goes into the next one.
///
/// A lone call leaves at once; under load a batch grows by itself, without a timer. Another leaves beside it only with
/// enough calls to be worth a statement, or when the one before is slow. The work runs outside the caller's
/// subscription: it sees neither the caller's transaction nor its cancellation. It has a limit, so that a connection
/// that died in silence does not keep everybody waiting.
///
/// @param <T> what one caller hands in
/// @param <R> what that caller gets back
public final class Coalesced<T, R extends @Nullable Object> {

    /// After it the work is cancelled; whether it had its effect is then unknown, as with any lost connection.
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Duration LOOKS_AGAIN = Duration.ofMillis(250);

    /// A batch that takes longer is not waited for.
    private static final Duration SLOW = Duration.ofMillis(100);

    /// So many need not wait for a batch that runs.
    private static final int WORTH_A_STATEMENT = 32;

    private record Call<T, R extends @Nullable Object>(T item, MonoSink<R> caller, long since) {}

    private final Queue<Call<T, R>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waits = new AtomicInteger();
    private final AtomicInteger drains = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger quick = new AtomicInteger();
    private final int most;
    private final int abreast;
    private final Duration patience;
    private final Function<List<T>, Mono<List<R>>> together;

    /// @param most     items in one batch
    /// @param abreast  batches at the same time
    /// @param together does the work for a batch and returns one result an item, in the same order
    public Coalesced(int most, int abreast, Function<List<T>, Mono<List<R>>> together) {
        this(most, abreast, LIMIT, together);
    }

    /// @param patience how long a caller waits at the most, for its turn and for the work, which goes on meanwhile.
    ///                 Watched over by one timer for each batch, not for each caller
    public Coalesced(int most, int abreast, Duration patience, Function<List<T>, Mono<List<R>>> together) {
        this.most = most;
        this.abreast = abreast;
        this.patience = patience;
        this.together = together;
    }

    /// Empty only where the result is `null`. Signals whatever the batch failed with, [TimeoutException] when
    /// patience is over.
    public Mono<R> call(T item) {
        return Mono.create(caller -> {
            waiting.add(new Call<>(item, caller, now()));
            waits.incrementAndGet();
            drain();
        });
    }

    private void drain() {
        if (drains.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            while (mayStart()) {
                start(next());
            }
            seen = drains.addAndGet(-seen);
        } while (seen != 0);
    }

    private boolean mayStart() {
        return !waiting.isEmpty() && running.get() < abreast && (quick.get() == 0 || isWorthAStatement());
    }

    private boolean isWorthAStatement() {
        return waits.get() >= Math.min(most, WORTH_A_STATEMENT);
    }

    private List<Call<T, R>> next() {
        var batch = new ArrayList<Call<T, R>>();
        for (Call<T, R> call; batch.size() < most && (call = waiting.poll()) != null; ) {
            waits.decrementAndGet();
            batch.add(call);
        }
        return batch;
    }

    /// Nothing where those who waited have just given up.
    private void start(List<Call<T, R>> batch) {
        if (!batch.isEmpty()) {
            running.incrementAndGet();
            quick.incrementAndGet();
            run(batch);
        }
    }

    private void run(List<Call<T, R>> batch) {
        var quickly = new AtomicBoolean(true);
        var late = Mono.delay(SLOW)
                .doOnNext(_ -> nobodyWaitsFor(quickly))
                .then(giveUpWaiting(batch, left(batch.getFirst())))
                .then(giveUpWaiting(batch, LOOKS_AGAIN).repeat().then())
                .subscribe();
        Mono.defer(() -> together.apply(batch.stream().map(Call::item).toList()))
                .timeout(LIMIT)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("a batch ended without results")))
                .doFinally(_ -> {
                    late.dispose();
                    running.decrementAndGet();
                    nobodyWaitsFor(quickly);
                })
                .subscribe(
                        results -> answer(batch, results),
                        error -> batch.forEach(it -> it.caller().error(error)));
    }

    private void nobodyWaitsFor(AtomicBoolean quickly) {
        if (quickly.getAndSet(false)) {
            quick.decrementAndGet();
        }
        drain();
    }

    /// Until the patience of those is over who came first; they have waited longest.
    private Duration left(Call<T, R> first) {
        return Duration.ofMillis(Math.max(0, patience.toMillis() - SLOW.toMillis() - (now() - first.since())));
    }

    private Mono<Long> giveUpWaiting(List<Call<T, R>> batch, Duration in) {
        return Mono.delay(in).doOnNext(_ -> giveUpWaiting(batch));
    }

    /// Where a batch takes so long, those behind it may have waited as long.
    private void giveUpWaiting(List<Call<T, R>> batch) {
        batch.forEach(Coalesced::giveUp);
        for (Call<T, R> next = waiting.peek(); next != null && isOver(next); next = waiting.peek()) {
            if (waiting.remove(next)) {
                waits.decrementAndGet();
                giveUp(next);
            }
        }
    }

    private boolean isOver(Call<T, R> call) {
        return now() - call.since() > patience.toMillis();
    }

    private static void giveUp(Call<?, ?> call) {
        call.caller().error(new TimeoutException("nothing came back in time"));
    }

    private static long now() {
        return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
    }

    private static <T, R extends @Nullable Object> void answer(List<Call<T, R>> batch, List<R> results) {
        if (results.size() != batch.size()) {
            var error =
                    new IllegalStateException("%d results for a batch of %d".formatted(results.size(), batch.size()));
            batch.forEach(it -> it.caller().error(error));
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).caller().success(results.get(i));
        }
    }
}
