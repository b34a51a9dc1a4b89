package org.linli.channels.wechat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.channels.SendFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Each account's access token: from memory, else from Redis, else from the platform, which one replica asks for all.
///
/// While Redis is away each replica asks for itself.
@Component
class AccessTokens {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final long PAUSES = SharedTokens.LEASE.dividedBy(PAUSE);

    private final Map<String, AccessToken> remembered = new ConcurrentHashMap<>();
    private final Map<String, Mono<AccessToken>> underWay = new ConcurrentHashMap<>();
    private final String replica = UUID.randomUUID().toString();
    private final SharedTokens shared;
    private final FetchToken fetch;
    private final Clock clock;

    AccessTokens(SharedTokens shared, FetchToken fetch, Clock clock) {
        this.shared = shared;
        this.fetch = fetch;
        this.clock = clock;
    }

    /// Signals [SendFailure] and no other error. Never empty.
    Mono<String> of(WechatAccount account) {
        return remembered(account)
                .switchIfEmpty(Mono.defer(() -> underWay.computeIfAbsent(account.appId(), _ -> oneFor(account))))
                .map(AccessToken::value);
    }

    /// The platform does not take this token any more. One that came meanwhile stays.
    Mono<Void> drop(WechatAccount account, String refused) {
        return Mono.fromRunnable(() -> forget(account, refused))
                .then(shared.drop(account.appId(), refused))
                .onErrorResume(SharedTokens.Away.class, away -> withoutRedis("drops its refused token", away));
    }

    private Mono<AccessToken> oneFor(WechatAccount account) {
        return remembered(account)
                .switchIfEmpty(Mono.defer(() -> fromAll(account)))
                .map(token -> remember(account, token))
                .doFinally(_ -> underWay.remove(account.appId()))
                .cache();
    }

    private Mono<AccessToken> fromAll(WechatAccount account) {
        return found(account)
                .switchIfEmpty(Mono.defer(() -> fetchedForAll(account)))
                .repeatWhenEmpty((int) PAUSES, rounds -> rounds.delayElements(PAUSE))
                .onErrorResume(
                        SharedTokens.Away.class,
                        away -> this.<AccessToken>withoutRedis("asks for a token", away)
                                .switchIfEmpty(fetch.of(account)))
                .onErrorMap(IllegalStateException.class, _ -> tooLong());
    }

    /// Empty while another replica is asking.
    private Mono<AccessToken> fetchedForAll(WechatAccount account) {
        return shared.lock(account.appId(), replica)
                .filter(Boolean::booleanValue)
                .flatMap(_ -> Mono.usingWhen(
                        Mono.just(account),
                        this::foundOrFetched,
                        it -> unlock(it),
                        (it, _) -> unlock(it),
                        it -> unlock(it)));
    }

    // another replica may have finished between our look and our lock
    private Mono<AccessToken> foundOrFetched(WechatAccount account) {
        return found(account)
                .switchIfEmpty(Mono.defer(() -> fetch.of(account).delayUntil(token -> share(account, token))));
    }

    private Mono<AccessToken> found(WechatAccount account) {
        return shared.find(account.appId()).filter(it -> it.isGoodAt(clock.instant()));
    }

    private Mono<Void> share(WechatAccount account, AccessToken token) {
        return shared.keep(account.appId(), token, clock.instant())
                .onErrorResume(SharedTokens.Away.class, away -> withoutRedis("keeps its new token", away));
    }

    private Mono<Void> unlock(WechatAccount account) {
        return shared.unlock(account.appId(), replica)
                .onErrorResume(SharedTokens.Away.class, away -> withoutRedis("lets its lock end", away));
    }

    private Mono<AccessToken> remembered(WechatAccount account) {
        return Mono.fromSupplier(() -> remembered.get(account.appId())).filter(it -> it.isGoodAt(clock.instant()));
    }

    private AccessToken remember(WechatAccount account, AccessToken token) {
        remembered.put(account.appId(), token);
        return token;
    }

    private void forget(WechatAccount account, String refused) {
        remembered.computeIfPresent(account.appId(), (_, it) -> it.value().equals(refused) ? null : it);
    }

    private <T> Mono<T> withoutRedis(String what, SharedTokens.Away away) {
        LOG.info("Redis does not answer ({}): so this replica {} by itself", away.getMessage(), what);
        return Mono.empty();
    }

    private static SendFailure tooLong() {
        return new SendFailure(SendFailure.Reason.UNREACHABLE, "another replica asks for the token too long");
    }
}
