package org.linli.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RunJobsTest {

    @Test
    void aRoundThatNeverEndsIsGivenUpAndTheNextOneRuns() {
        var rounds = new AtomicInteger();
        var jobs = new RunJobs(List.of(new StuckAtFirst(rounds)), new Bells(), new Overload(), true);
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
                List.of(new Counting(patient, true), new Counting(pressing, false)), new Bells(), overload, true);
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
}
