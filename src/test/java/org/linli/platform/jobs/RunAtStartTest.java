package org.linli.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RunAtStartTest {

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void allIsDoneInOrderAndOnceAlsoWhereTheContextStartsAgain() {
        var start = new RunAtStart(List.of(work("first", doing("first")), work("second", doing("second"))));

        start.start();
        assertThat(start.isRunning()).isTrue();
        start.stop();
        assertThat(start.isRunning()).isFalse();
        start.start();

        assertThat(start.isRunning()).isTrue();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void whatFailsIsNamedAndNothingAfterItIsDone() {
        var broken = new IllegalArgumentException("no keys");
        var start = new RunAtStart(List.of(work("check-keys", Mono.error(broken)), work("second", doing("second"))));

        assertThatThrownBy(start::start).hasRootCause(broken).hasStackTraceContaining("check-keys failed at the start");
        assertThat(start.isRunning()).isFalse();
        assertThat(done).isEmpty();
    }

    @Test
    void whatNeverEndsIsNamedAfterItsPatience() {
        var start = new RunAtStart(List.of(work("stuck", Mono.never())));

        assertThatThrownBy(start::start)
                .hasRootCauseInstanceOf(TimeoutException.class)
                .hasStackTraceContaining("stuck failed at the start");
    }

    private Mono<Void> doing(String what) {
        return Mono.fromRunnable(() -> done.add(what));
    }

    private static AtStart work(String name, Mono<Void> run) {
        return new AtStart() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Mono<Void> run() {
                return run;
            }

            @Override
            public Duration patience() {
                return Duration.ofMillis(200);
            }
        };
    }
}
