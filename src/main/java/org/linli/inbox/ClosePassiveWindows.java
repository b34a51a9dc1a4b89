package org.linli.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Ends the wait of calls whose time is over: either the answer is there, or from now on it cannot come this way and
/// the call may be acknowledged. While the database cannot say which, a call is neither: it fails.
@Component
class ClosePassiveWindows implements Job {

    /// No call waits longer for its acknowledgement, so a longer search is in vain.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(10);

    private final PassiveAnswers calls;
    private final PassiveWindows windows;
    private final FindPassiveAnswers find;
    private final Clock clock;

    ClosePassiveWindows(PassiveAnswers calls, PassiveWindows windows, FindPassiveAnswers find, Clock clock) {
        this.calls = calls;
        this.windows = windows;
        this.find = find;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "close-passive-windows";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(100);
    }

    @Override
    public Mono<Integer> round() {
        Instant now = clock.instant();
        calls.forgetOlderThan(now.minus(FORGOTTEN_AFTER));
        List<Kept> over = calls.overAt(now);
        return over.isEmpty() ? Mono.just(0) : close(over).thenReturn(0);
    }

    private Mono<Void> close(List<Kept> over) {
        return windows.close(over)
                .doOnNext(id -> calls.answered(id, null))
                .then(Mono.defer(() -> find.lookFor(over)))
                .timeout(PATIENCE)
                .doOnError(error -> over.forEach(it -> calls.failed(it.id(), error)));
    }
}
