package org.linli.platform.redis;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Token buckets in Redis that all replicas share, over a connection of their own.
///
/// The connection is not asked of the factory: that connects while it holds the lock under which it hands out the
/// connection of everybody else, and who waits for that lock may be the very thread that has to finish connecting.
public final class TokenBuckets {

    private static final Duration FOREVER = Duration.ofDays(36_500);

    private TokenBuckets() {}

    /// Connects when first wanted, beside the event loops, and again after each failure until it went well.
    ///
    /// @param kept how long a bucket stays that nobody takes from
    /// @param settings what else the buckets need, such as a clock
    public static Mono<AsyncProxyManager<byte[]>> over(
            LettuceConnectionFactory redis,
            Duration kept,
            UnaryOperator<LettuceBasedProxyManagerBuilder<byte[]>> settings) {
        return Mono.fromCallable(() -> connected(redis))
                .subscribeOn(Schedulers.boundedElastic())
                .map(it -> it.expirationAfterWrite(ExpirationAfterWriteStrategy.fixedTimeToLive(kept)))
                .map(settings)
                .map(it -> it.build().asAsync())
                .cache(_ -> FOREVER, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    private static LettuceBasedProxyManagerBuilder<byte[]> connected(LettuceConnectionFactory redis) {
        return switch (redis.getRequiredNativeClient()) {
            case RedisClient one -> Bucket4jLettuce.casBasedBuilder(one);
            case RedisClusterClient many -> Bucket4jLettuce.casBasedBuilder(many);
            default -> throw new IllegalStateException("neither one Redis nor a cluster");
        };
    }
}
