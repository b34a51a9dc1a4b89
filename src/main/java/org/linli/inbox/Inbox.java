package org.linli.inbox;

import io.r2dbc.spi.R2dbcException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Inbound;
import org.linli.channels.Intake;
import org.linli.platform.jobs.Bells;
import org.linli.platform.jobs.Coalesced;
import org.linli.platform.traces.Step;
import org.linli.platform.traces.Traces;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps what people write: committed when the `Mono` completes, once however often it is handed in.
///
/// What arrives at the same time shares one statement and one commit. Every error means that nothing was promised;
/// after a few seconds a silent database is one.
@Component
class Inbox implements Intake {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int MOST_MESSAGES_A_COMMIT = 256;
    private static final int COMMITS_ABREAST = 4;

    private final KeepArrivals arrivals;
    private final PassiveAnswers answers;
    private final Bells bells;
    private final Traces traces;
    private final Clock clock;
    private final Coalesced<NewArrival, Mono<Kept>> commits =
            new Coalesced<>(MOST_MESSAGES_A_COMMIT, COMMITS_ABREAST, PATIENCE, this::together);

    Inbox(KeepArrivals arrivals, PassiveAnswers answers, Bells bells, Traces traces, Clock clock) {
        this.arrivals = arrivals;
        this.answers = answers;
        this.bells = bells;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public Mono<Void> keep(Inbound message) {
        return keep(message, null).then();
    }

    /// For a call that can wait until then for its answer; `null` for one that cannot. Never empty.
    Mono<Kept> keep(Inbound message, @Nullable Instant passiveUntil) {
        Instant begun = clock.instant();
        return commits.call(new NewArrival(message, passiveUntil))
                .flatMap(it -> it)
                .doOnNext(kept -> note(kept, begun));
    }

    private void note(Kept kept, Instant begun) {
        String outcome = kept.fresh() ? "kept" : "repeated";
        traces.note(new Step(kept.community(), kept.id(), "keep", outcome, begun, clock.instant()));
    }

    private Mono<List<Mono<Kept>>> together(List<NewArrival> batch) {
        return committed(batch)
                .map(kept -> kept.stream().map(Mono::just).toList())
                .onErrorResume(error -> batch.size() > 1 && liesInTheData(error), _ -> oneByOne(batch));
    }

    /// One message that cannot be stored must not take the others along.
    private Mono<List<Mono<Kept>>> oneByOne(List<NewArrival> batch) {
        return Flux.fromIterable(batch)
                .concatMap(it -> committed(List.of(it))
                        .map(kept -> Mono.just(kept.getFirst()))
                        .onErrorResume(error -> Mono.just(Mono.error(error))))
                .collectList();
    }

    private Mono<List<Kept>> committed(List<NewArrival> batch) {
        return arrivals.keep(batch, clock.instant()).doOnNext(kept -> {
            kept.forEach(answers::expect);
            bells.ring(ClaimArrivals.NAME);
        });
    }

    private static boolean liesInTheData(Throwable error) {
        return isTooLarge(error)
                || !(error instanceof TransientDataAccessException
                        || error instanceof NonTransientDataAccessResourceException);
    }

    /// "Program limit exceeded", which R2DBC takes for a lack of means: a key beyond what an index can hold.
    private static boolean isTooLarge(Throwable error) {
        return error.getCause() instanceof R2dbcException said
                && String.valueOf(said.getSqlState()).startsWith("54");
    }
}
