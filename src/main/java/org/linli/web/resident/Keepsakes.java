package org.linli.web.resident;

import java.time.Duration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What a browser's secret stands for, in Redis, by the secret's hash. While Redis is away nobody is known.
@Component
class Keepsakes {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReactiveStringRedisTemplate redis;

    Keepsakes(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    Mono<Void> keep(String kind, String secret, String what, Duration how) {
        return redis.opsForValue()
                .set(key(kind, secret), what, how)
                .timeout(PATIENCE)
                .then();
    }

    /// Empty where there is none (any more).
    Mono<String> find(String kind, String secret) {
        return redis.opsForValue().get(key(kind, secret)).timeout(PATIENCE);
    }

    /// Finds it for the one and only time: of two who come at once, one gets it.
    Mono<String> take(String kind, String secret) {
        return redis.opsForValue().getAndDelete(key(kind, secret)).timeout(PATIENCE);
    }

    private static String key(String kind, String secret) {
        return "linli:resident:" + kind + ":" + Secrets.hashed(secret);
    }
}
