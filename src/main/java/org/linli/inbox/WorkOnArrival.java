package org.linli.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.linli.platform.database.Conflict;
import org.linli.platform.traces.MessageInLog;
import org.linli.platform.traces.Step;
import org.linli.platform.traces.Traces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import reactor.core.publisher.Mono;

/// One attempt at one message, with everything that can come of it.
@Component
class WorkOnArrival {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int CONFLICTS = 5;

    private final InboxSettings settings;
    private final SingletonSupplier<HandleArrival> handler;
    private final Shed shed;
    private final Leases leases;
    private final FailedAttempts failures;
    private final Counter done;
    private final AnswerTimes times;
    private final Traces traces;
    private final Clock clock;

    WorkOnArrival(
            InboxSettings settings,
            ObjectProvider<HandleArrival> handlers,
            Shed shed,
            Leases leases,
            FailedAttempts failures,
            AnswerTimes times,
            MeterRegistry meters,
            Traces traces,
            Clock clock) {
        this.settings = settings;
        this.handler = SingletonSupplier.ofNullable(handlers::getIfAvailable);
        this.shed = shed;
        this.leases = leases;
        this.failures = failures;
        this.times = times;
        this.traces = traces;
        this.clock = clock;
        this.done = meters.counter("linli.arrivals", "outcome", "done");
    }

    /// Whether there is anybody here who answers.
    boolean isPossible() {
        return settings.work() && handler.get() != null;
    }

    /// Completes when the message is done or taken back. Signals only that it could not even be taken back: then its
    /// lease brings it back.
    Mono<Void> work(Arrival arrival) {
        return MessageInLog.about(arrival.message().community(), arrival.id(), () -> work(arrival, CONFLICTS));
    }

    private Mono<Void> work(Arrival arrival, int conflictsLeft) {
        return Mono.defer(() -> attempt(arrival, clock.instant()))
                .onErrorResume(error -> error instanceof Conflict && conflictsLeft > 0
                        ? again(arrival, conflictsLeft - 1)
                        : failures.takeBack(arrival, error));
    }

    private Mono<Void> attempt(Arrival arrival, Instant begun) {
        return shed.puts(arrival)
                .flatMap(put -> put ? putAside(arrival, begun) : answer(arrival, begun))
                .timeout(LIMIT)
                .doOnError(error -> note(arrival, begun, error.getClass().getSimpleName()));
    }

    private Mono<Void> answer(Arrival arrival, Instant begun) {
        return handler.obtain().handle(arrival).doOnSuccess(_ -> isDone(arrival, begun));
    }

    private Mono<Void> putAside(Arrival arrival, Instant begun) {
        return Mono.fromRunnable(() -> note(arrival, begun, "shed"));
    }

    private void isDone(Arrival arrival, Instant begun) {
        done.increment();
        times.answered(arrival);
        note(arrival, begun, "done");
        traces.note(Step.whole(arrival.message().community(), arrival.id(), arrival.receivedAt(), clock.instant()));
    }

    private void note(Arrival arrival, Instant begun, String outcome) {
        traces.note(new Step(arrival.message().community(), arrival.id(), "answer", outcome, begun, clock.instant()));
    }

    /// Somebody was faster: decided again at once on what stands there now. Only many conflicts are a failure.
    private Mono<Void> again(Arrival arrival, int conflictsLeft) {
        return leases.renew(arrival).flatMap(renewed -> work(renewed, conflictsLeft));
    }
}
