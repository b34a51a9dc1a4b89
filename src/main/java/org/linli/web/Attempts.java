package org.linli.web;

import java.time.Duration;
import java.util.Locale;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Counts sign-ins by name over all replicas, so that nobody can try passwords quickly.
@Component
class Attempts {

    static final int MOST_A_MINUTE = 5;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReactiveStringRedisTemplate redis;

    Attempts(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /// Never empty: whether another attempt is allowed now. Signals whatever Redis fails with.
    ///
    /// The first call after a start connects, which waits: beside the event loops.
    Mono<Boolean> another(String name) {
        return redis.opsForValue()
                .increment(key(name))
                .delayUntil(count -> count == 1 ? redis.expire(key(name), MINUTE) : Mono.empty())
                .map(count -> count <= MOST_A_MINUTE)
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE);
    }

    Mono<Void> forget(String name) {
        return redis.delete(key(name)).timeout(PATIENCE).then();
    }

    private static String key(String name) {
        return "linli:sign-in:" + name.strip().toLowerCase(Locale.ROOT);
    }
}
