package org.linli.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.linli.platform.database.CommunityId;
import reactor.test.StepVerifier;

class PassiveAnswersTest {

    private static final Instant UNTIL = Instant.parse("2026-03-02T09:00:00Z");
    private static final Kept OPEN = new Kept(new CommunityId("willow"), 1, true, false, UNTIL, null);

    private final PassiveAnswers calls = new PassiveAnswers();

    @Test
    void aCallThatIsForgottenWhileItWaitsFails() {
        calls.await(OPEN)
                .as(StepVerifier::create)
                .then(() -> calls.forgetOlderThan(UNTIL.plusSeconds(1)))
                .expectError(TimeoutException.class)
                .verify(Duration.ofSeconds(2));
    }

    @Test
    void noCallWaitsForEver() {
        StepVerifier.withVirtualTime(() -> calls.await(OPEN))
                .thenAwait(PassiveAnswers.LIMIT)
                .expectError(TimeoutException.class)
                .verify(Duration.ofSeconds(2));
    }
}
