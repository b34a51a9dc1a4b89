package org.linli.channels.tencent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.linli.channels.SendFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Each owner's access token: from memory, else from Redis, else from the platform, which one replica asks for all.
///
/// While Redis is away each replica asks for itself.
///
/// @param <O> whose tokens
public final class AccessTokens<O extends TokenOwner> {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final long PAUSES = SharedTokens.LEASE.dividedBy(PAUSE);

    private final Map<String, AccessToken> remembered = new ConcurrentHashMap<>();
    private final Map<String, Mono<AccessToken>> underWay = new ConcurrentHashMap<>();
    private final String replica = UUID.randomUUID().toString();
    private final SharedTokens shared;
    private final FetchToken<O> fetch;
    private final Clock clock;

    /// @param ask   asks the platform for a new one
    /// @param codes what its numbers mean
    public AccessTokens(
            SharedTokens shared,
            Function<O, Mono<PlatformAnswer>> ask,
            LongFunction<? extends PlatformCode> codes,
            Clock clock) {
        this.shared = shared;
        this.fetch = new FetchToken<>(ask, codes, clock);
        this.clock = clock;
    }

    /// Signals [SendFailure] and no other error. Never empty.
    public Mono<String> of(O owner) {
        return remembered(owner)
                .switchIfEmpty(Mono.defer(() -> underWay.computeIfAbsent(owner.tokenName(), _ -> oneFor(owner))))
                .map(AccessToken::value);
    }

    /// Until when the token that we hold is used. Asks no platform. Empty where we hold none.
    public Mono<Instant> until(O owner) {
        return remembered(owner)
                .switchIfEmpty(Mono.defer(() -> found(owner)).onErrorComplete(SharedTokens.Away.class))
                .map(AccessToken::until);
    }

    /// The platform does not take this token any more. One that came meanwhile stays.
    public Mono<Void> drop(O owner, String refused) {
        return Mono.fromRunnable(() -> forget(owner, refused))
                .then(shared.drop(owner.tokenName(), refused))
                .onErrorResume(SharedTokens.Away.class, away -> withoutRedis("drops its refused token", away));
    }

    /// The platform does not take this token either, though it came in the place of another: for a while none is asked
    /// for, and whoever wants one gets what `code` means.
    Mono<Void> giveUp(O owner, String refused, PlatformCode code) {
        return Mono.<Void>fromRunnable(() -> fetch.takesNone(owner, code)).then(drop(owner, refused));
    }

    private Mono<AccessToken> oneFor(O owner) {
        return remembered(owner)
                .switchIfEmpty(Mono.defer(() -> fromAll(owner)))
                .map(token -> remember(owner, token))
                .doOnError(SendFailure.class, _ -> shared.isMissing(owner))
                // before anybody has the token: who finds it refused at once must not find this one again
                .doOnTerminate(() -> underWay.remove(owner.tokenName()))
                .cache();
    }

    private Mono<AccessToken> fromAll(O owner) {
        return found(owner)
                .switchIfEmpty(Mono.defer(() -> fetchedForAll(owner)))
                .repeatWhenEmpty((int) PAUSES, rounds -> rounds.delayElements(PAUSE))
                .onErrorResume(
                        SharedTokens.Away.class,
                        away -> this.<AccessToken>withoutRedis("asks for a token", away)
                                .switchIfEmpty(fetch.of(owner)))
                .onErrorMap(IllegalStateException.class, _ -> tooLong());
    }

    /// Empty while another replica is asking.
    private Mono<AccessToken> fetchedForAll(O owner) {
        return shared.lock(owner.tokenName(), replica)
                .filter(Boolean::booleanValue)
                .flatMap(_ -> Mono.usingWhen(
                        Mono.just(owner),
                        this::foundOrFetched,
                        it -> unlock(it),
                        (it, _) -> unlock(it),
                        it -> unlock(it)));
    }

    // another replica may have finished between our look and our lock
    private Mono<AccessToken> foundOrFetched(O owner) {
        return found(owner).switchIfEmpty(Mono.defer(() -> fetch.of(owner).delayUntil(token -> share(owner, token))));
    }

    private Mono<AccessToken> found(O owner) {
        return shared.find(owner.tokenName()).filter(it -> it.isGoodAt(clock.instant()));
    }

    private Mono<Void> share(O owner, AccessToken token) {
        return shared.keep(owner.tokenName(), token, clock.instant())
                .onErrorResume(SharedTokens.Away.class, away -> withoutRedis("keeps its new token", away));
    }

    private Mono<Void> unlock(O owner) {
        return shared.unlock(owner.tokenName(), replica)
                .onErrorResume(SharedTokens.Away.class, away -> withoutRedis("lets its lock end", away));
    }

    private Mono<AccessToken> remembered(O owner) {
        return Mono.fromSupplier(() -> remembered.get(owner.tokenName())).filter(it -> it.isGoodAt(clock.instant()));
    }

    private AccessToken remember(O owner, AccessToken token) {
        remembered.put(owner.tokenName(), token);
        shared.isUsed(owner, token.until());
        return token;
    }

    private void forget(O owner, String refused) {
        remembered.computeIfPresent(owner.tokenName(), (_, it) -> it.value().equals(refused) ? null : it);
    }

    private <T> Mono<T> withoutRedis(String what, SharedTokens.Away away) {
        LOG.info("Redis does not answer ({}): so this replica {} by itself", away.getMessage(), what);
        return Mono.empty();
    }

    private static SendFailure tooLong() {
        return new SendFailure(SendFailure.Reason.UNREACHABLE, "another replica asks for the token too long");
    }
}
