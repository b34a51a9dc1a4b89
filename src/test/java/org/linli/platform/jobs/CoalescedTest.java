package org.linli.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class CoalescedTest {

    private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();

    @Test
    void aLoneCallLeavesAtOnce() {
        var doubled = new Coalesced<Integer, Integer>(10, 1, this::doubled);

        doubled.call(21).as(StepVerifier::create).expectNext(42).verifyComplete();
    }

    @Test
    void whatComesWhileABatchRunsGoesTogetherIntoTheNext() {
        var gate = Sinks.<Boolean>one();
        var doubled =
                new Coalesced<Integer, Integer>(10, 1, items -> gate.asMono().then(doubled(items)));

        assertThat(allCalledBefore(gate, doubled, 1, 2, 3)).containsExactly(2, 4, 6);

        assertThat(batches).containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void noBatchIsLargerThanAllowed() {
        var gate = Sinks.<Boolean>one();
        var doubled =
                new Coalesced<Integer, Integer>(4, 1, items -> gate.asMono().then(doubled(items)));

        allCalledBefore(gate, doubled, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

        assertThat(batches).extracting(List::size).containsExactly(1, 4, 4, 1);
    }

    @Test
    void anotherBatchLeavesBesideOnlyWhenItIsWorthAStatement() {
        var gate = Sinks.<Boolean>one();
        var doubled =
                new Coalesced<Integer, Integer>(100, 4, items -> gate.asMono().then(doubled(items)));

        allCalledBefore(gate, doubled, IntStream.range(0, 70).boxed().toArray(Integer[]::new));

        assertThat(batches).extracting(List::size).containsExactly(1, 32, 32, 5);
    }

    @Test
    void nobodyWaitsForABatchThatIsSlow() {
        var stuckOnce =
                new Coalesced<Integer, Integer>(10, 2, items -> items.contains(13) ? Mono.never() : doubled(items));

        StepVerifier.withVirtualTime(() -> Flux.merge(stuckOnce.call(13).then(Mono.never()), stuckOnce.call(2)))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(99))
                .thenAwait(Duration.ofMillis(1))
                .expectNext(4)
                .thenCancel()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void noBatchHoldsCallsOfTwoPartiesAndOneDoesNotWaitForAnother() {
        var gate = Sinks.<Boolean>one();
        var doubled = new Coalesced<Integer, Integer>(
                10, 4, item -> item % 2, items -> gate.asMono().then(doubled(items)));

        allCalledBefore(gate, doubled, 0, 1, 2, 3, 4, 5, 6, 7, 8);

        assertThat(batches).containsExactlyInAnyOrder(List.of(0), List.of(1), List.of(2, 4, 6, 8), List.of(3, 5, 7));
    }

    @Test
    void aPartyWhoseBatchesAreAllHeldUpLeavesRoomForOthers() {
        var heldUp = new Coalesced<Integer, Integer>(
                1, 2, item -> item < 0, items -> items.getFirst() < 0 ? Mono.never() : doubled(items));

        List.of(-1, -2, -3, -4).forEach(it -> heldUp.call(it).subscribe());

        heldUp.call(21).as(StepVerifier::create).expectNext(42).expectComplete().verify(Duration.ofSeconds(5));
    }

    @Test
    void partiesTakeTurns() {
        var gate = Sinks.<Boolean>one();
        var inTurn = new Coalesced<Integer, Integer>(
                2, 1, item -> item / 100, items -> gate.asMono().then(doubled(items)));

        allCalledBefore(gate, inTurn, 0, 1, 2, 3, 4, 5, 100, 200);

        assertThat(batches)
                .as("the storm in the first does not delay the others")
                .startsWith(List.of(0), List.of(1, 2), List.of(100), List.of(200));
    }

    @Test
    void nobodyOfAnyPartyWaitsLongerThanTheirPatience() {
        var stuck = new Coalesced<Integer, Integer>(1, 1, item -> item, _ -> Mono.never());

        StepVerifier.withVirtualTime(() -> Flux.merge(
                        stuck.call(1).onErrorReturn(TimeoutException.class, -1),
                        stuck.call(2).onErrorReturn(TimeoutException.class, -2)))
                .thenAwait(Coalesced.LIMIT.plusSeconds(1))
                .expectNextCount(2)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void aFailedBatchFailsItsCallersAndNobodyElse() {
        var picky = new Coalesced<Integer, Integer>(
                1,
                1,
                items -> items.contains(13) ? Mono.error(() -> new IllegalStateException("unlucky")) : doubled(items));

        Flux.just(1, 13, 2)
                .concatMap(item -> picky.call(item).onErrorReturn(-1))
                .as(StepVerifier::create)
                .expectNext(2, -1, 4)
                .verifyComplete();
    }

    @Test
    void aBatchThatAnswersForTooFewIsAnErrorAndNotSilence() {
        var forgetful = new Coalesced<Integer, Integer>(10, 1, _ -> Mono.just(List.of()));

        forgetful.call(1).as(StepVerifier::create).verifyErrorMessage("0 results for a batch of 1");
    }

    @Test
    void aBatchThatNeverEndsFailsAndMakesRoom() {
        var stuckOnce =
                new Coalesced<Integer, Integer>(1, 1, items -> items.contains(13) ? Mono.never() : doubled(items));

        StepVerifier.withVirtualTime(() ->
                        Flux.merge(stuckOnce.call(13).onErrorReturn(TimeoutException.class, -1), stuckOnce.call(2)))
                .thenAwait(Coalesced.LIMIT)
                .expectNext(-1, 4)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void nobodyWaitsLongerThanTheirPatienceForTheirTurnEither() {
        var patience = Duration.ofSeconds(4);
        var stuck = new Coalesced<Integer, Integer>(1, 1, patience, _ -> Mono.never());

        StepVerifier.withVirtualTime(() -> Flux.merge(
                        stuck.call(1).onErrorReturn(TimeoutException.class, -1),
                        Mono.delay(Duration.ofSeconds(1))
                                .then(stuck.call(2))
                                .onErrorReturn(TimeoutException.class, -2)))
                .expectSubscription()
                .expectNoEvent(patience)
                .expectNext(-1)
                .expectNoEvent(Duration.ofSeconds(1))
                .thenAwait(Duration.ofMillis(500))
                .expectNext(-2)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void aHundredThousandCallsFromManyThreadsAllComeBack() {
        var doubled = new Coalesced<Integer, Integer>(
                256, 4, items -> Mono.fromCallable(() -> twice(items)).subscribeOn(Schedulers.parallel()));
        Queue<Integer> results = new ConcurrentLinkedQueue<>();

        Flux.range(0, 100_000)
                .parallel(4)
                .runOn(Schedulers.boundedElastic())
                .flatMap(item -> doubled.call(item).doOnNext(results::add), false, 1000)
                .sequential()
                .blockLast(Duration.ofSeconds(25));

        assertThat(results.stream().mapToLong(Integer::longValue).sum()).isEqualTo(99_999L * 100_000L);
    }

    @Test
    void aHundredThousandCallsOfManyPartiesFromManyThreadsAllComeBack() {
        var doubled = new Coalesced<Integer, Integer>(
                256,
                4,
                it -> it % 37,
                items -> Mono.fromCallable(() -> twice(items)).subscribeOn(Schedulers.parallel()));

        Long sum = Flux.range(0, 100_000)
                .parallel(4)
                .runOn(Schedulers.boundedElastic())
                .flatMap(doubled::call, false, 1000)
                .sequential()
                .reduce(0L, Long::sum)
                .block(Duration.ofSeconds(25));

        assertThat(sum).isEqualTo(99_999L * 100_000L);
    }

    @Test
    void batchesThatFinishAtOnceDoNotPileUpOnTheStack() {
        var doubled = new Coalesced<Integer, Integer>(1, 1, this::doubled);
        var first = new ArrayList<Integer>();

        Flux.range(0, 50_000)
                .flatMap(doubled::call, 50_000)
                .doOnNext(first::add)
                .blockLast();

        assertThat(first).hasSize(50_000);
    }

    private Mono<List<Integer>> doubled(List<Integer> items) {
        batches.add(items);
        return Mono.just(twice(items));
    }

    private static List<Integer> twice(List<Integer> items) {
        return items.stream().map(it -> it * 2).toList();
    }

    /// What came of each, in their order.
    private static List<Integer> allCalledBefore(
            Sinks.One<Boolean> gate, Coalesced<Integer, Integer> called, Integer... items) {
        var answers = Stream.of(items).map(it -> called.call(it).toFuture()).toList();
        gate.tryEmitValue(true);
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
