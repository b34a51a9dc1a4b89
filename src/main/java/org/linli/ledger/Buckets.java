package org.linli.ledger;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.linli.channels.Allowance.Rate;
import org.linli.platform.redis.TokenBuckets;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The token buckets of all rates, in Redis, shared by all replicas.
///
/// A new bucket has next to nothing in it: if Redis has lost the old one, nobody can tell how much of it was used.
/// Replicas measure by their own clocks; one that runs ahead gains a [Share#burst] once, not more.
@Component
class Buckets {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    private final Mono<AsyncProxyManager<byte[]>> buckets;

    Buckets(LettuceConnectionFactory redis, Clock clock) {
        this.buckets = TokenBuckets.over(redis, KEPT_FOR, it -> it.clientClock(meter(clock)));
    }

    /// How many of those wanted may leave now. Signals whatever Redis says, or its silence. Never empty.
    Mono<Integer> take(Rate rate, int wanted) {
        return buckets.flatMap(all -> Mono.fromFuture(() -> take(all, rate, wanted)))
                .map(Long::intValue)
                .timeout(PATIENCE);
    }

    private static CompletableFuture<Long> take(AsyncProxyManager<byte[]> all, Rate rate, int wanted) {
        return all.builder().build(key(rate), limits(rate)).tryConsumeAsMuchAsPossible(wanted);
    }

    /// A bucket keeps the rate that it was made with: another rate is another bucket.
    private static byte[] key(Rate rate) {
        return "linli:rate:%s:%s:%d/%s"
                .formatted(rate.name(), rate.scope().of(), rate.most(), rate.per())
                .getBytes(StandardCharsets.UTF_8);
    }

    static BucketConfiguration limits(Rate rate) {
        var share = Share.of(rate);
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(share.burst())
                        .refillGreedy(share.refill(), rate.per())
                        .initialTokens(Share.atFirst(rate))
                        .build())
                .build();
    }

    private static TimeMeter meter(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.millis() * 1_000_000;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
