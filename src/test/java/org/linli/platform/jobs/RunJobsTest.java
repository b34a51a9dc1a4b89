package org.linli.platform.jobs;

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
        var jobs = new RunJobs(List.of(new StuckAtFirst(rounds)), new Bells(), true);
        jobs.start();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> rounds.get() >= 2);
        } finally {
            jobs.stop();
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
