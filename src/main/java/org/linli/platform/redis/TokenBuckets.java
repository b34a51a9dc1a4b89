package org.linli.platform.redis;

import static java.util.Objects.requireNonNull;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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

    /// By which client of the factory: one that was stopped and started has another.
    private record Connection(AbstractRedisClient client, Mono<AsyncProxyManager<byte[]>> buckets) {}

    /// Connects when first wanted, beside the event loops, and again after each failure until it went well; anew after
    /// the factory was stopped and started.
    ///
    /// @param kept how long a bucket stays that nobody takes from
    /// @param settings what else the buckets need, such as a clock
    public static Mono<AsyncProxyManager<byte[]>> over(
            LettuceConnectionFactory redis,
            Duration kept,
            UnaryOperator<LettuceBasedProxyManagerBuilder<byte[]>> settings) {
        var latest = new AtomicReference<@Nullable Connection>();
        return Mono.defer(() -> {
            var client = redis.getRequiredNativeClient();
            return requireNonNull(latest.updateAndGet(it -> it != null && it.client() == client
                            ? it
                            : new Connection(client, connecting(client, kept, settings))))
                    .buckets();
        });
    }

    private static Mono<AsyncProxyManager<byte[]>> connecting(
            AbstractRedisClient client,
            Duration kept,
            UnaryOperator<LettuceBasedProxyManagerBuilder<byte[]>> settings) {
        return Mono.fromCallable(() -> connected(client))
                .subscribeOn(Schedulers.boundedElastic())
                .map(it -> it.expirationAfterWrite(ExpirationAfterWriteStrategy.fixedTimeToLive(kept)))
                .map(settings)
                .map(it -> it.build().asAsync())
                .cache(_ -> FOREVER, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    private static LettuceBasedProxyManagerBuilder<byte[]> connected(AbstractRedisClient client) {
        return switch (client) {
            case RedisClient one -> Bucket4jLettuce.casBasedBuilder(one);
            case RedisClusterClient many -> Bucket4jLettuce.casBasedBuilder(many);
            default -> throw new IllegalStateException("neither one Redis nor a cluster");
        };
    }
}
