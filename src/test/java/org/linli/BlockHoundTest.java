package org.linli;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/// Shows that the other tests would notice a blocked event loop.
class BlockHoundTest {

    @Test
    void aSleepOnAnEventLoopIsCaught() {
        Mono.fromCallable(BlockHoundTest::sleep)
                .subscribeOn(Schedulers.parallel())
                .as(StepVerifier::create)
                .expectError(BlockingOperationError.class)
                .verify(Duration.ofSeconds(5));
    }

    private static boolean sleep() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(5));
        return true;
    }
}
