package org.linli.channels.tencent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The access tokens that all replicas share, in Redis, and the lock under which one of them fetches a new one.
///
/// Every method signals [Away], and no other error, when Redis does not answer in time.
@Component
public final class SharedTokens {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    // longer than one fetch may take, so that two never fetch at once; a dead replica's lock ends by itself
    static final Duration LEASE = Duration.ofSeconds(15);

    private static final RedisScript<Long> DELETE_IF = RedisScript.of("""
            local held = redis.call('get', KEYS[1])
            if held and string.sub(held, -#ARGV[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
            return 0
            """, Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    /// The last that this replica knows of a token which it asked for.
    ///
    /// @param shown   the account, for operators
    /// @param until   `EPOCH` where it got none
    /// @param missing it was asked for in vain
    record Asked(String token, String shown, Instant until, boolean missing) {}

    public SharedTokens(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    void isUsed(TokenOwner owner, Instant until) {
        asked.put(owner.tokenName(), new Asked(owner.tokenName(), owner.shownName(), until, false));
    }

    void isMissing(TokenOwner owner) {
        asked.put(owner.tokenName(), new Asked(owner.tokenName(), owner.shownName(), Instant.EPOCH, true));
    }

    /// Since it started.
    List<Asked> asked() {
        return List.copyOf(asked.values());
    }

    /// Empty where there is none.
    Mono<AccessToken> find(String name) {
        return bounded(redis.opsForValue().get(key(name))).mapNotNull(AccessToken::parse);
    }

    Mono<Void> keep(String name, AccessToken token, Instant now) {
        return bounded(redis.opsForValue().set(key(name), token.text(), Duration.between(now, token.until())))
                .then();
    }

    /// Forgets the token unless another has taken its place.
    Mono<Void> drop(String name, String token) {
        return deleteIf(key(name), " " + token);
    }

    /// @return whether the lock is now the owner's; never empty
    Mono<Boolean> lock(String name, String owner) {
        return bounded(redis.opsForValue().setIfAbsent(lockKey(name), owner, LEASE));
    }

    Mono<Void> unlock(String name, String owner) {
        return deleteIf(lockKey(name), owner);
    }

    private Mono<Void> deleteIf(String key, String ending) {
        return bounded(redis.execute(DELETE_IF, List.of(key), List.of(ending)).next())
                .then();
    }

    private static <T> Mono<T> bounded(Mono<T> command) {
        return command.timeout(PATIENCE).onErrorMap(error -> new Away(error));
    }

    private static String key(String name) {
        return "linli:token:" + name;
    }

    private static String lockKey(String name) {
        return "linli:token-lock:" + name;
    }

    /// Redis is away. Names only the kind of error: a message might hold what was to be stored.
    static final class Away extends RuntimeException {

        Away(Throwable error) {
            super(error.getClass().getSimpleName(), null, false, false);
        }
    }
}
