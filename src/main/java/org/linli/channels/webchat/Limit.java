package org.linli.channels.webchat;

import java.time.Clock;
import java.time.Duration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps one visitor from filling everybody's screen. Counts in Redis; while that is away, nobody is held back.
@Component
class Limit {

    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final ReactiveStringRedisTemplate redis;
    private final WebchatProperties properties;
    private final Clock clock;

    Limit(ReactiveStringRedisTemplate redis, WebchatProperties properties, Clock clock) {
        this.redis = redis;
        this.properties = properties;
        this.clock = clock;
    }

    /// Signals [Refusal] when it is too much.
    Mono<Void> take(String visitor) {
        String key = "webchat:said:%s:%d".formatted(visitor, clock.instant().getEpochSecond() / WINDOW.toSeconds());
        return redis.opsForValue()
                .increment(key)
                .delayUntil(said -> said == 1 ? redis.expire(key, WINDOW.multipliedBy(2)) : Mono.empty())
                .timeout(PATIENCE)
                .onErrorReturn(0L)
                .flatMap(said -> said > properties.linesAMinute()
                        ? Mono.error(() -> new Refusal(Refusal.Reason.TOO_FAST))
                        : Mono.empty());
    }
}
