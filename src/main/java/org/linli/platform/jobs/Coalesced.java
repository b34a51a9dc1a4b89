package org.linli.platform.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/// Many single calls, few statements: what is asked for while earlier statements run goes into the next one.
///
/// A lone call leaves at once; under load a batch grows by itself, without a timer. The work runs outside the
/// caller's subscription: it sees neither the caller's transaction nor its cancellation. It has a limit, so that a
/// connection that died in silence does not keep everybody waiting.
///
/// @param <T> what one caller hands in
/// @param <R> what that caller gets back
public final class Coalesced<T, R extends @Nullable Object> {

    /// After it the work is cancelled; whether it had its effect is then unknown, as with any lost connection.
    static final Duration LIMIT = Duration.ofSeconds(10);

    private record Call<T, R extends @Nullable Object>(T item, MonoSink<R> caller) {}

    private final Queue<Call<T, R>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger drains = new AtomicInteger();
    private final AtomicInteger free;
    private final int most;
    private final Function<List<T>, Mono<List<R>>> together;

    /// @param most     items in one batch
    /// @param abreast  batches at the same time
    /// @param together does the work for a batch and returns one result an item, in the same order
    public Coalesced(int most, int abreast, Function<List<T>, Mono<List<R>>> together) {
        this.most = most;
        this.free = new AtomicInteger(abreast);
        this.together = together;
    }

    /// Empty only where the result is `null`. Signals whatever the batch failed with, [TimeoutException] after
    /// [#LIMIT].
    public Mono<R> call(T item) {
        return Mono.create(caller -> {
            waiting.add(new Call<>(item, caller));
            drain();
        });
    }

    private void drain() {
        if (drains.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            while (!waiting.isEmpty() && free.get() > 0) {
                free.decrementAndGet();
                run(next());
            }
            seen = drains.addAndGet(-seen);
        } while (seen != 0);
    }

    private List<Call<T, R>> next() {
        var batch = new ArrayList<Call<T, R>>();
        for (Call<T, R> call; batch.size() < most && (call = waiting.poll()) != null; ) {
            batch.add(call);
        }
        return batch;
    }

    private void run(List<Call<T, R>> batch) {
        Mono.defer(() -> together.apply(batch.stream().map(Call::item).toList()))
                .timeout(LIMIT)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("a batch ended without results")))
                .doFinally(_ -> {
                    free.incrementAndGet();
                    drain();
                })
                .subscribe(
                        results -> answer(batch, results),
                        error -> batch.forEach(it -> it.caller().error(error)));
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
