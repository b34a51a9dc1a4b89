package org.linli.channels.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.linli.channels.SendFailure;
import org.linli.channels.tencent.AccessTokens;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.tencent.SharedTokens;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/// The secret of an app may be changed while the program runs.
class CallerTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static final OwnRedis REDIS = new OwnRedis();

    private final AccessTokens<Caller> tokens = new AccessTokens<>(
            new SharedTokens(REDIS.template()), CallerTest::answer, WecomCode::new, Clock.systemUTC());

    @AfterAll
    static void stopRedis() {
        REDIS.close();
    }

    @Test
    void aTokenThatWasAskedForWithAnotherSecretIsNotUsedAnyMore() {
        assertThat(tokens.of(caller("first")).block(SOON)).isEqualTo("token-of-first");

        assertThat(tokens.of(caller("second")).block(SOON)).isEqualTo("token-of-second");
    }

    @Test
    void aCorrectedSecretIsTriedAtOnce() {
        tokens.of(caller("wrong")).as(StepVerifier::create).verifyError(SendFailure.class);

        assertThat(tokens.of(caller("right")).block(SOON)).isEqualTo("token-of-right");
    }

    @Test
    void operatorsSeeNothingOfTheSecret() {
        assertThat(caller("first").shownName()).isEqualTo("wecom:ww0123456789abcdef:app:desk");
        assertThat(caller("first").tokenName()).doesNotContain("first");
    }

    private static Mono<PlatformAnswer> answer(Caller asking) {
        Map<String, Object> answer = asking.secret().equals("wrong")
                ? Map.of("errcode", 40001)
                : Map.of("errcode", 0, "access_token", "token-of-" + asking.secret(), "expires_in", 7200);
        return Mono.just(new PlatformAnswer(JsonMapper.shared().valueToTree(answer)));
    }

    private static Caller caller(String secret) {
        var wecom = URI.create("https://qyapi.weixin.qq.com");
        var corp = new Corp("main", "ww0123456789abcdef", "lm", wecom, List.of(), List.of(), List.of());
        return new Caller(corp, "app", "desk", secret);
    }
}
