package org.linli.platform.redis;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@LinliTest
class LiveTest {

    @Autowired
    Live live;

    @Test
    void aListenerLooksFirstAndThenHearsWhatIsSaid() {
        live.hear("lobby")
                .as(StepVerifier::create)
                .expectNext("", "")
                .then(() -> live.say("lobby", "电梯好了").block(Duration.ofSeconds(60)))
                .expectNext("电梯好了")
                .thenCancel()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void twoListenersHearTheSame() {
        Mono.zip(
                        live.hear("yard").filter("hello"::equals).next(),
                        live.hear("yard").filter("hello"::equals).next())
                .takeUntilOther(Flux.interval(Duration.ofMillis(200))
                        .onBackpressureDrop()
                        .concatMap(_ -> live.say("yard", "hello"))
                        .then())
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }
}
