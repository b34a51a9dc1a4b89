package org.linli.open311;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.linli.platform.redis.TokenBuckets;
import org.linli.platform.traces.Refusals;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps one client from taking everybody's turn, over all replicas. While Redis is away, nobody is held back.
@Component
public class Throttle {

    /// What may be called how often in a minute.
    public enum Turn {
        READ(600),
        WRITE(60),
        /// Work orders that a hotline pushes.
        ORDER(300),
        /// Whoever has no valid key.
        STRANGER(120);

        private final int aMinute;

        Turn(int aMinute) {
            this.aMinute = aMinute;
        }
    }

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Mono<AsyncProxyManager<byte[]>> buckets;
    private final Refusals refusals;

    Throttle(LettuceConnectionFactory redis, Refusals refusals) {
        this.refusals = refusals;
        this.buckets = TokenBuckets.over(redis, MINUTE.multipliedBy(2), UnaryOperator.identity());
    }

    /// Signals [Refused] where it is too much, which is told in the log.
    ///
    /// @param who the id of a key, or a print of an address
    public Mono<Void> take(Turn turn, String who) {
        byte[] key = "linli:open311:%s:%s".formatted(turn, who).getBytes(StandardCharsets.UTF_8);
        return buckets.flatMap(all -> Mono.fromFuture(
                        () -> all.builder().build(key, limit(turn)).tryConsume(1)))
                .timeout(PATIENCE)
                .onErrorReturn(true)
                .flatMap(allowed -> allowed ? Mono.empty() : Mono.error(() -> tooMany(turn, who)));
    }

    private Refused tooMany(Turn turn, String who) {
        refusals.tooMany(turn.name(), who);
        return Refused.tooMany();
    }

    private static BucketConfiguration limit(Turn turn) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(turn.aMinute)
                        .refillGreedy(turn.aMinute, MINUTE)
                        .build())
                .build();
    }
}
