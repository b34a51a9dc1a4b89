package org.linli.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BellsTest {

    private static final int RINGERS = 8;
    private static final int TIMES = 5_000;

    @Test
    void manyMayRingAtOnceAndTheLastIsHeard() {
        var bells = new Bells();
        var rung = new AtomicInteger();
        var seen = new AtomicInteger();
        var listening = bells.heard("job").subscribe(_ -> seen.set(rung.get()));

        try (var ringers = Executors.newFixedThreadPool(RINGERS)) {
            for (int i = 0; i < RINGERS * TIMES; i++) {
                var _ = ringers.submit(() -> {
                    rung.incrementAndGet();
                    bells.ring("job");
                });
            }
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(seen).hasValue(RINGERS * TIMES));
        listening.dispose();
    }

    @Test
    void whoHearsTheBellMayRingItAgain() {
        var bells = new Bells();
        var heard = new AtomicLong();
        var listening = bells.heard("job").subscribe(_ -> {
            if (heard.incrementAndGet() < 100) {
                bells.ring("job");
            }
        });

        bells.ring("job");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(heard).hasValue(100));
        listening.dispose();
    }
}
