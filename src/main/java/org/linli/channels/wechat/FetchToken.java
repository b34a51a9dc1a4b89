package org.linli.channels.wechat;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.UNCERTAIN;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.channels.SendFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Asks the platform for an account's "stable" token: asking again never spoils the one in use.
@Component
class FetchToken {

    private static final Logger LOG = LoggerFactory.getLogger(FetchToken.class);

    // the platform renews 5 minutes early, and the old and the new one work side by side for those
    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.shared();

    // a wrong secret stays wrong, and trying it for every letter gets the address of this machine blocked
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private final WechatApi api;
    private final Clock clock;

    FetchToken(WechatApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// Signals [SendFailure] and no other error. Never empty.
    Mono<AccessToken> of(WechatAccount account) {
        return Mono.defer(() -> notRefusedLately(account))
                .then(Mono.defer(() -> api.post(account, "/cgi-bin/stable_token", Map.of(), question(account))))
                .map(answer -> token(account, answer))
                .onErrorMap(SendFailure.class, FetchToken::nothingWasSent);
    }

    private AccessToken token(WechatAccount account, PlatformAnswer answer) {
        if (!answer.code().isSuccess()) {
            throw refused(account, answer.code());
        }
        if (answer.token().isEmpty()) {
            throw new SendFailure(UNREACHABLE, "a token was asked for, none was given");
        }
        Duration life = Duration.ofSeconds(answer.expiresIn());
        Duration use = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
        return new AccessToken(answer.token(), clock.instant().plus(use).plusMillis(1));
    }

    private Mono<Void> notRefusedLately(WechatAccount account) {
        Refusal refusal = refusals.get(account.appId());
        return refusal != null && refusal.until().isAfter(clock.instant())
                ? Mono.error(() -> refusal.code().failure())
                : Mono.empty();
    }

    private SendFailure refused(WechatAccount account, PlatformCode code) {
        if (code.reason() == MISCONFIGURED) {
            refusals.put(account.appId(), new Refusal(code, clock.instant().plus(PAUSE)));
            LOG.error(
                    "WeChat account '{}' gets no access token (errcode {}); letters to its followers fail until its app-id, secret or allowed addresses are corrected, next try in a minute",
                    account.id(),
                    code.value());
        }
        return code.failure();
    }

    // the letter itself has not left yet
    private static SendFailure nothingWasSent(SendFailure failure) {
        return failure.reason() == UNCERTAIN ? new SendFailure(UNREACHABLE, "no token in time") : failure;
    }

    private static String question(WechatAccount account) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("grant_type", "client_credential");
        fields.put("appid", account.appId());
        fields.put("secret", account.secret());
        fields.put("force_refresh", false);
        return JSON.writeValueAsString(fields);
    }

    private record Refusal(PlatformCode code, Instant until) {}
}
