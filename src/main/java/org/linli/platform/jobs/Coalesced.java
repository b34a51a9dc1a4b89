package org.linli.platform.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.platform.jobs.Parties.Party;
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
/// Where calls are of several parties, like communities, no batch holds those of two; batches of several run beside
/// each other, and parties take turns.
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

    private final Parties<Call<T, R>> waiting = new Parties<>();
    private final AtomicInteger drains = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final int most;
    private final int abreast;
    private final int inAll;
    private final Duration patience;
    private final Function<T, ?> party;
    private final Function<List<T>, Mono<List<R>>> together;

    /// @param most     items in one batch
    /// @param abreast  batches at the same time
    /// @param together does the work for a batch and returns one result an item, in the same order
    public Coalesced(int most, int abreast, Function<List<T>, Mono<List<R>>> together) {
        this(most, abreast, LIMIT, together);
    }

    /// @param abreast batches of one party at the same time, and half as many more of all parties together: where all
    ///                of one party's are held up, there is room for others
    /// @param party   whose call it is; says by `equals` which ones may share a batch
    public Coalesced(int most, int abreast, Function<T, ?> party, Function<List<T>, Mono<List<R>>> together) {
        this(most, abreast, abreast + abreast / 2, LIMIT, party, together);
    }

    /// @param patience how long a caller waits at the most, for its turn and for the work, which goes on meanwhile.
    ///                 Watched over by one timer for each batch, not for each caller
    public Coalesced(int most, int abreast, Duration patience, Function<List<T>, Mono<List<R>>> together) {
        this(most, abreast, abreast, patience, _ -> "everybody", together);
    }

    private Coalesced(
            int most,
            int abreast,
            int inAll,
            Duration patience,
            Function<T, ?> party,
            Function<List<T>, Mono<List<R>>> together) {
        this.most = most;
        this.abreast = abreast;
        this.inAll = inAll;
        this.patience = patience;
        this.party = party;
        this.together = together;
    }

    /// Empty only where the result is `null`. Signals whatever the batch failed with, [TimeoutException] when
    /// patience is over.
    public Mono<R> call(T item) {
        return Mono.create(caller -> {
            waiting.add(party.apply(item), new Call<>(item, caller, now()));
            drain();
        });
    }

    private void drain() {
        if (drains.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            startWhoMay();
            seen = drains.addAndGet(-seen);
        } while (seen != 0);
    }

    /// Who does better to wait for a batch of its own keeps its place behind those who need not.
    private void startWhoMay() {
        var later = new ArrayList<Party<Call<T, R>>>();
        for (Party<Call<T, R>> next; running.get() < inAll && (next = waiting.next()) != null; ) {
            if (next.mayStart(Math.min(most, WORTH_A_STATEMENT), abreast)) {
                start(next);
                waiting.wait(next);
            } else {
                later.add(next);
            }
        }
        later.forEach(waiting::wait);
    }

    /// Nothing where those who waited have just given up.
    private void start(Party<Call<T, R>> party) {
        var batch = party.take(most);
        if (!batch.isEmpty()) {
            running.incrementAndGet();
            party.begins();
            run(party, batch);
        }
    }

    private void run(Party<Call<T, R>> party, List<Call<T, R>> batch) {
        var quickly = new AtomicBoolean(true);
        var late = Mono.delay(SLOW)
                .doOnNext(_ -> nobodyWaitsFor(party, quickly))
                .then(giveUpWaiting(batch, left(batch.getFirst())))
                .then(giveUpWaiting(batch, LOOKS_AGAIN).repeat().then())
                .subscribe();
        Mono.defer(() -> together.apply(batch.stream().map(Call::item).toList()))
                .timeout(LIMIT)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("a batch ended without results")))
                .doFinally(_ -> {
                    late.dispose();
                    running.decrementAndGet();
                    party.ends();
                    nobodyWaitsFor(party, quickly);
                })
                .subscribe(
                        results -> answer(batch, results),
                        error -> batch.forEach(it -> it.caller().error(error)));
    }

    private void nobodyWaitsFor(Party<?> party, AtomicBoolean quickly) {
        if (quickly.getAndSet(false)) {
            party.isNotWaitedFor();
        }
        drain();
    }

    /// Until the patience of those is over who came first; they have waited longest.
    private Duration left(Call<T, R> first) {
        return Duration.ofNanos(Math.max(0, patience.minus(SLOW).toNanos() - (now() - first.since())));
    }

    private Mono<Long> giveUpWaiting(List<Call<T, R>> batch, Duration in) {
        return Mono.delay(in).doOnNext(_ -> giveUpWaiting(batch));
    }

    /// Where a batch takes so long, those behind it may have waited as long.
    private void giveUpWaiting(List<Call<T, R>> batch) {
        batch.forEach(Coalesced::giveUp);
        waiting.all().forEach(this::giveUpWaiting);
    }

    private void giveUpWaiting(Party<Call<T, R>> party) {
        for (Call<T, R> next = party.first(); next != null && isOver(next); next = party.first()) {
            if (party.remove(next)) {
                giveUp(next);
            }
        }
    }

    private boolean isOver(Call<T, R> call) {
        return now() - call.since() > patience.toNanos();
    }

    private static void giveUp(Call<?, ?> call) {
        call.caller().error(new TimeoutException("nothing came back in time"));
    }

    /// Nanoseconds, which go on where the clock of the machine is set; milliseconds would follow it.
    private static long now() {
        return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
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
