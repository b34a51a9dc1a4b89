package org.linli.channels.wechat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The access tokens that all replicas share, in Redis, and the lock under which one of them fetches a new one.
///
/// Every method signals [Away], and no other error, when Redis does not answer in time.
@Component
class SharedTokens {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    // longer than one fetch may take, so that two never fetch at once; a dead replica's lock ends by itself
    static final Duration LEASE = Duration.ofSeconds(15);

    private static final RedisScript<Long> DELETE_IF = RedisScript.of("""
            local held = redis.call('get', KEYS[1])
            if held and string.sub(held, -#ARGV[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
            return 0
            """, Long.class);

    private final ReactiveStringRedisTemplate redis;

    SharedTokens(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /// Empty where there is none.
    Mono<AccessToken> find(String appId) {
        return bounded(redis.opsForValue().get(key(appId))).mapNotNull(AccessToken::parse);
    }

    Mono<Void> keep(String appId, AccessToken token, Instant now) {
        return bounded(redis.opsForValue().set(key(appId), token.text(), Duration.between(now, token.until())))
                .then();
    }

    /// Forgets the token unless another has taken its place.
    Mono<Void> drop(String appId, String token) {
        return deleteIf(key(appId), " " + token);
    }

    /// @return whether the lock is now the owner's; never empty
    Mono<Boolean> lock(String appId, String owner) {
        return bounded(redis.opsForValue().setIfAbsent(lockKey(appId), owner, LEASE));
    }

    Mono<Void> unlock(String appId, String owner) {
        return deleteIf(lockKey(appId), owner);
    }

    private Mono<Void> deleteIf(String key, String ending) {
        return bounded(redis.execute(DELETE_IF, List.of(key), List.of(ending)).next())
                .then();
    }

    private static <T> Mono<T> bounded(Mono<T> command) {
        return command.timeout(PATIENCE).onErrorMap(error -> new Away(error));
    }

    private static String key(String appId) {
        return "linli:wechat:token:" + appId;
    }

    private static String lockKey(String appId) {
        return "linli:wechat:token-lock:" + appId;
    }

    /// Redis is away. Names only the kind of error: a message might hold what was to be stored.
    static final class Away extends RuntimeException {

        Away(Throwable error) {
            super(error.getClass().getSimpleName(), null, false, false);
        }
    }
}
