package org.linli.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.LookThenClaim.Seen;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class LookThenClaimTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final CommunityId HQ = new CommunityId("hq");

    private static final Flux<Seen<String>> LOOK =
            Flux.just(new Seen<>(LM, "a"), new Seen<>(HQ, "b"), new Seen<>(LM, "c"));

    private final List<String> claims = new ArrayList<>();

    @Test
    void eachCommunityClaimsItsOwnAtOnceInTheOrderInWhichTheyWereSeen() {
        LookThenClaim.all(LOOK, this::claimed)
                .as(StepVerifier::create)
                .expectNext("a", "c", "b")
                .verifyComplete();
        assertThat(claims).containsExactly("lm[a, c]", "hq[b]");
    }

    @Test
    void nothingIsHandedOutBeforeTheLastClaimHasEnded() {
        StepVerifier.withVirtualTime(() -> LookThenClaim.all(
                        LOOK,
                        (community, keys) -> community.equals(HQ)
                                ? claimed(community, keys).delaySubscription(Duration.ofSeconds(1))
                                : claimed(community, keys)))
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(1))
                .expectNext("a", "c", "b")
                .verifyComplete();
    }

    @Test
    void whereNothingIsSeenNothingIsClaimed() {
        LookThenClaim.all(Flux.<Seen<String>>empty(), this::claimed)
                .as(StepVerifier::create)
                .verifyComplete();
        LookThenClaim.first(Flux.<Seen<String>>empty(), (_, key) -> Mono.just(key))
                .as(StepVerifier::create)
                .verifyComplete();
        assertThat(claims).isEmpty();
    }

    @Test
    void aCommunityWhoseClaimFailsLosesNobodyElsesClaim() {
        LookThenClaim.all(LOOK, this::failingInTheFirst)
                .as(StepVerifier::create)
                .expectNext("b")
                .verifyComplete();
        LookThenClaim.first(
                        LOOK,
                        (community, key) ->
                                failingInTheFirst(community, List.of(key)).next())
                .as(StepVerifier::create)
                .expectNext("b")
                .verifyComplete();
    }

    @Test
    void whereNothingCouldBeClaimedTheFailureIsSignalled() {
        LookThenClaim.all(LOOK, (_, _) -> Flux.error(() -> new IllegalStateException("away")))
                .as(StepVerifier::create)
                .verifyErrorMessage("away");
        LookThenClaim.first(LOOK, (_, _) -> Mono.error(() -> new IllegalStateException("away")))
                .as(StepVerifier::create)
                .verifyErrorMessage("away");
    }

    @Test
    void whatAnotherWasFasterWithIsPassedOverAndNoMoreIsClaimedThanOne() {
        LookThenClaim.first(
                        LOOK,
                        (community, key) -> key.equals("a")
                                ? Mono.empty()
                                : claimed(community, List.of(key)).single())
                .as(StepVerifier::create)
                .expectNext("b")
                .verifyComplete();
        assertThat(claims).containsExactly("hq[b]");
    }

    private Flux<String> failingInTheFirst(CommunityId community, List<String> keys) {
        return community.equals(LM)
                ? Flux.error(() -> new IllegalStateException("this one"))
                : claimed(community, keys);
    }

    private Flux<String> claimed(CommunityId community, List<String> keys) {
        return Flux.defer(() -> {
            claims.add(community + keys.toString());
            return Flux.fromIterable(keys);
        });
    }
}
