package org.linli.channels.webchat;

import java.time.Clock;
import java.time.Duration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps one sender from filling everybody's screen and our disk. Counts in Redis; while that is away, nobody is held
/// back.
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

    /// Counts a line or a picture. Signals [Refusal] when it is too much.
    Mono<Void> take(Sender sender) {
        int ofAddress = sender.isHere() ? properties.hereLinesAMinute() : properties.addressLinesAMinute();
        return take(sender.visitor(), properties.linesAMinute()).then(take("from:" + sender.address(), ofAddress));
    }

    private Mono<Void> take(String whose, int most) {
        return Mono.defer(() -> count(whose))
                .timeout(PATIENCE)
                .onErrorReturn(0L)
                .flatMap(said -> said > most ? Mono.error(() -> new Refusal(Refusal.Reason.TOO_FAST)) : Mono.empty());
    }

    private Mono<Long> count(String whose) {
        String key = "webchat:said:%s:%d".formatted(whose, clock.instant().getEpochSecond() / WINDOW.toSeconds());
        return redis.opsForValue()
                .increment(key)
                .delayUntil(said -> said == 1 ? redis.expire(key, WINDOW.multipliedBy(2)) : Mono.empty());
    }
}
