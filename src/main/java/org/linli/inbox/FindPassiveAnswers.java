package org.linli.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Finds the answers to calls of this replica that another replica has committed.
@Component
class FindPassiveAnswers implements Job {

    private final PassiveAnswers calls;
    private final PassiveWindows windows;
    private final Clock clock;

    FindPassiveAnswers(PassiveAnswers calls, PassiveWindows windows, Clock clock) {
        this.calls = calls;
        this.windows = windows;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "find-passive-answers";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(250);
    }

    @Override
    public Mono<Integer> round() {
        List<Kept> open = calls.openAt(clock.instant());
        return open.isEmpty() ? Mono.just(0) : lookFor(open).thenReturn(0);
    }

    /// Tells every call whose message is finished.
    Mono<Void> lookFor(List<Kept> messages) {
        return windows.finished(messages)
                .doOnNext(found -> found.forEach((id, answer) -> calls.answered(id, answer.orElse(null))))
                .then();
    }
}
