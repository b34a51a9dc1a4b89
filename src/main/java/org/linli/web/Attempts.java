package org.linli.web;

import java.time.Clock;
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
    private final Clock clock;

    Attempts(ReactiveStringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /// Never empty: whether another attempt is allowed now. Signals whatever Redis fails with.
    ///
    /// The first call after a start connects, which waits: beside the event loops.
    Mono<Boolean> another(String name) {
        return Mono.defer(() -> count(key(name)))
                .map(count -> count <= MOST_A_MINUTE)
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE);
    }

    /// The minute is part of the key: where Redis fails between the two commands, the count stays behind, and nobody
    /// is locked out by it.
    private Mono<Long> count(String key) {
        return redis.opsForValue()
                .increment(key)
                .delayUntil(count -> count == 1 ? redis.expire(key, MINUTE.multipliedBy(2)) : Mono.empty());
    }

    Mono<Void> forget(String name) {
        return Mono.defer(() -> redis.delete(key(name))).timeout(PATIENCE).then();
    }

    private String key(String name) {
        long minute = clock.instant().getEpochSecond() / MINUTE.toSeconds();
        return "linli:sign-in:%s:%d".formatted(name.strip().toLowerCase(Locale.ROOT), minute);
    }
}
