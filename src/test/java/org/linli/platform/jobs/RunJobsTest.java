package org.linli.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RunJobsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void operatorsSeeWhichWorkFailsAndThatItDoesNotAnyMore() {
        var broken = new AtomicBoolean();
        var jobs = new RunJobs(
                List.of(new Breaking(broken), new Counting(new AtomicInteger(), false)),
                new Bells(),
                new Overload(),
                meters,
                true);
        assertThat(fails("breaking")).isZero();
        jobs.start();
        try {
            broken.set(true);
            await().atMost(Duration.ofSeconds(60)).until(() -> fails("breaking") == 1);
            assertThat(fails("counting")).isZero();
            broken.set(false);
            await().atMost(Duration.ofSeconds(60)).until(() -> fails("breaking") == 0);
        } finally {
            jobs.stop();
        }
    }

    private double fails(String work) {
        return meters.get("linli.job.fails").tag("work", work).gauge().value();
    }

    @Test
    void aRoundThatNeverEndsIsGivenUpAndTheNextOneRuns() {
        var rounds = new AtomicInteger();
        var jobs = new RunJobs(List.of(new StuckAtFirst(rounds)), new Bells(), new Overload(), meters, true);
        jobs.start();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> rounds.get() >= 2);
        } finally {
            jobs.stop();
        }
    }

    @Test
    void whatCanWaitDoesWhileThereIsMoreToDoThanCanBeDone() {
        var patient = new AtomicInteger();
        var pressing = new AtomicInteger();
        var overload = new Overload();
        var jobs = new RunJobs(
                List.of(new Counting(patient, true), new Counting(pressing, false)),
                new Bells(),
                overload,
                meters,
                true);
        overload.begins();
        jobs.start();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> pressing.get() >= 5);
            assertThat(patient).hasValue(0);
            overload.ends();
            await().atMost(Duration.ofSeconds(60)).until(() -> patient.get() >= 2);
        } finally {
            jobs.stop();
        }
    }

    private record Counting(AtomicInteger rounds, boolean canWait) implements Job {

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Duration rest() {
            return Duration.ofMillis(10);
        }

        @Override
        public Mono<Integer> round() {
            rounds.incrementAndGet();
            return Mono.just(0);
        }
    }

    private record StuckAtFirst(AtomicInteger rounds) implements Job {

        @Override
        public String name() {
            return "stuck-at-first";
        }

        @Override
        public Duration rest() {
            return Duration.ofMillis(10);
        }

        @Override
        public Duration limit() {
            return Duration.ofMillis(100);
        }

        @Override
        public Mono<Integer> round() {
            return rounds.incrementAndGet() == 1 ? Mono.never() : Mono.just(0);
        }
    }

    private record Breaking(AtomicBoolean broken) implements Job {

        @Override
        public String name() {
            return "breaking";
        }

        @Override
        public Duration rest() {
            return Duration.ofMillis(10);
        }

        @Override
        public Mono<Integer> round() {
            return broken.get() ? Mono.error(new IllegalStateException("broken")) : Mono.just(0);
        }
    }
}
