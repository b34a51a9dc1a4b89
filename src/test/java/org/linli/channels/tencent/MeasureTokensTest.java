package org.linli.channels.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.SettableClock;
import org.linli.channels.SendFailure;
import org.linli.channels.wecom.WecomCode;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/// Two replicas that share one Redis.
class MeasureTokensTest {

    private static final OwnRedis REDIS = new OwnRedis();
    private static final Duration SOON = Duration.ofSeconds(30);

    private record Owner(String tokenName) implements TokenOwner {

        @Override
        public String shownName() {
            return "wechat:wx1";
        }

        @Override
        public String inWords() {
            return "account 'wx1'";
        }

        @Override
        public URI apiBase() {
            return URI.create("https://example.org");
        }
    }

    private final class Replica {

        private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        private final AccessTokens<Owner> tokens;
        private final MeasureTokens measure;

        Replica(SharedTokens shared) {
            this.tokens = new AccessTokens<>(shared, _ -> answer(), WecomCode::new, clock);
            this.measure = new MeasureTokens(shared, meters, clock);
        }

        void asks() {
            tokens.of(OWNER).onErrorComplete(SendFailure.class).block(SOON);
        }

        @Nullable
        Double told(String name) {
            measure.round().block(SOON);
            Gauge gauge = meters.find(name).tag("account", "wechat:wx1").gauge();
            return gauge == null ? null : gauge.value();
        }
    }

    private static final Owner OWNER = new Owner("wechat:wx1:secret");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final AtomicBoolean refuses = new AtomicBoolean();
    private final Replica first = new Replica(new SharedTokens(REDIS.template()));
    private final Replica second = new Replica(new SharedTokens(REDIS.template()));

    @BeforeEach
    void nothingIsShared() {
        Objects.requireNonNull(REDIS.template().delete("linli:token:" + OWNER.tokenName()))
                .block(SOON);
    }

    @AfterAll
    static void stopRedis() {
        REDIS.close();
    }

    @Test
    void untilWhenTheTokenIsGoodThatAllShareIsToldByWhoeverUsesIt() {
        first.asks();
        second.asks();

        assertThat(first.told("linli.token.expires"))
                .isEqualTo(clock.instant().plusSeconds(6_900).getEpochSecond());
        assertThat(second.told("linli.token.expires")).isEqualTo(first.told("linli.token.expires"));
        assertThat(first.told("linli.token.missing")).isZero();
    }

    @Test
    void ofAnAccountThatNobodyUsesAnyMoreNothingIsToldAndNothingIsMissing() {
        first.asks();
        clock.pass(Duration.ofHours(3));

        assertThat(first.told("linli.token.expires")).isNull();
        assertThat(first.told("linli.token.missing")).isZero();
    }

    @Test
    void anAccountThatAskedInVainMissesOneUntilAnyReplicaHasOne() {
        refuses.set(true);
        first.asks();
        assertThat(first.told("linli.token.missing")).isEqualTo(1);
        assertThat(first.told("linli.token.expires")).isNull();

        refuses.set(false);
        second.asks();

        assertThat(first.told("linli.token.missing"))
                .as("it shares the other's")
                .isZero();
    }

    @Test
    void aSecretThatWasCorrectedIsMissedNoMore() {
        refuses.set(true);
        first.asks();
        refuses.set(false);
        first.tokens
                .of(new Owner("wechat:wx1:corrected"))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();

        assertThat(first.told("linli.token.missing")).isZero();
    }

    @Test
    void withoutRedisAReplicaTellsWhatItKnows() {
        var alone = new Replica(new SharedTokens(OwnRedis.nobody()));
        alone.asks();

        assertThat(alone.told("linli.token.expires"))
                .isEqualTo(clock.instant().plusSeconds(6_900).getEpochSecond());
    }

    private Mono<PlatformAnswer> answer() {
        Map<String, Object> answer = refuses.get()
                ? Map.of("errcode", 40001)
                : Map.of("errcode", 0, "access_token", "token", "expires_in", 7200);
        return Mono.just(new PlatformAnswer(JsonMapper.shared().valueToTree(answer)));
    }
}
