package org.linli.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Outbound;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// The calls of this replica that wait for an answer to put into their response.
///
/// An answer committed here is heard at once, one committed by another replica is found by [FindPassiveAnswers];
/// [ClosePassiveWindows] ends every wait; should it be held up itself, no call waits longer than [#LIMIT].
@Component
class PassiveAnswers {

    /// Longer than any platform waits.
    static final Duration LIMIT = Duration.ofSeconds(10);

    private record Waiting(Kept kept, Instant until, Sinks.One<Optional<Outbound>> answer) {}

    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();

    /// From now on its answer is listened for. Nothing happens for a message that no answer can come for.
    void expect(Kept kept) {
        if (kept.isOpen()) {
            entry(kept);
        }
    }

    /// Empty when there will be no passive answer: the call is to be acknowledged.
    ///
    /// Ends with the window. Signals what the database said when the window could be neither answered nor closed,
    /// [TimeoutException] when it said nothing.
    Mono<Outbound> await(Kept kept) {
        if (!kept.isOpen()) {
            return Mono.justOrEmpty(kept.answer());
        }
        return entry(kept)
                .answer()
                .asMono()
                .timeout(LIMIT)
                .flatMap(Mono::justOrEmpty)
                .doFinally(_ -> waiting.remove(kept.id()));
    }

    /// @param answer `null` when there will be none
    void answered(long id, @Nullable Outbound answer) {
        Waiting call = waiting.get(id);
        if (call != null) {
            call.answer().tryEmitValue(Optional.ofNullable(answer));
        }
    }

    void failed(long id, Throwable error) {
        Waiting call = waiting.get(id);
        if (call != null) {
            call.answer().tryEmitError(error);
        }
    }

    /// Those whose window is over.
    List<Kept> overAt(Instant now) {
        return those(it -> !it.until().isAfter(now));
    }

    List<Kept> openAt(Instant now) {
        return those(it -> it.until().isAfter(now));
    }

    /// Forgets calls that went away before they began to wait; one that waits all the same fails.
    void forgetOlderThan(Instant past) {
        waiting.values().removeIf(it -> it.until().isBefore(past) && isTold(it));
    }

    private static boolean isTold(Waiting call) {
        call.answer().tryEmitError(new TimeoutException("the window was never closed"));
        return true;
    }

    private List<Kept> those(Predicate<Waiting> wanted) {
        return waiting.values().stream().filter(wanted).map(Waiting::kept).toList();
    }

    private Waiting entry(Kept kept) {
        return waiting.computeIfAbsent(kept.id(), _ -> new Waiting(kept, kept.window(), Sinks.one()));
    }
}
