package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.channels.SendFailure;
import org.linli.channels.tencent.AccessTokens;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.tencent.SharedTokens;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/// App ids are public, and administrators of any community set up accounts.
class SameAppIdTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final AccessTokens<WechatAccount> tokens = new AccessTokens<>(
            new SharedTokens(OwnRedis.nobody()), SameAppIdTest::answer, WechatCode::new, Clock.systemUTC());

    @Test
    void whoeverKnowsTheAppIdAloneGetsNoTokenOfThoseWhoKnowTheSecret() {
        assertThat(tokens.of(account("ours", "right")).block(SOON)).isEqualTo("token");

        tokens.of(account("theirs", "guessed")).as(StepVerifier::create).verifyError(SendFailure.class);
    }

    @Test
    void aWrongSecretKeepsNobodyElseWaiting() {
        tokens.of(account("theirs", "guessed")).as(StepVerifier::create).verifyError(SendFailure.class);

        assertThat(tokens.of(account("ours", "right")).block(SOON)).isEqualTo("token");
    }

    @Test
    void operatorsSeeNothingOfTheSecret() {
        assertThat(account("ours", "right").shownName()).isEqualTo("wechat:wx0123456789abcdef");
    }

    private static Mono<PlatformAnswer> answer(WechatAccount asking) {
        Map<String, Object> answer = asking.secret().equals("right")
                ? Map.of("access_token", "token", "expires_in", 7200)
                : Map.of("errcode", 40125);
        return Mono.just(new PlatformAnswer(JsonMapper.shared().valueToTree(answer)));
    }

    private static WechatAccount account(String id, String secret) {
        var wechat = URI.create("https://api.weixin.qq.com");
        return new WechatAccount(id, "wx0123456789abcdef", secret, "onetoken", null, null, wechat, "lm");
    }
}
