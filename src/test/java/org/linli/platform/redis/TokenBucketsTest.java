package org.linli.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.lettuce.core.RedisClient;
import io.lettuce.core.event.connection.ConnectedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.channels.tencent.OwnRedis;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import reactor.core.publisher.Mono;

class TokenBucketsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final OwnRedis server = new OwnRedis();
    private final LettuceConnectionFactory redis = server.factory(MINUTE);
    private final RedisClient client = (RedisClient) redis.getRequiredNativeClient();

    @BeforeEach
    void theConnectionOfEverybodyElseIsMade() {
        assertThat(redis.getReactiveConnection()).isNotNull();
    }

    @AfterEach
    void stop() {
        redis.destroy();
        server.close();
    }

    @Test
    void twoReplicasTakeFromOneBucket() {
        assertThat(result(taken(buckets(), 2))).isEqualTo(2);
        assertThat(result(taken(buckets(), 2))).isEqualTo(1);
    }

    /// As a program that is paused, and goes on.
    @Test
    void theSameBucketIsThereAfterTheFactoryWasStoppedAndStarted() {
        var buckets = buckets();
        assertThat(result(taken(buckets, 2))).isEqualTo(2);

        redis.stop();
        redis.start();

        assertThat(result(taken(buckets, 2))).isEqualTo(1);
    }

    @Test
    void whileItIsConnectingEverybodyElseKeepsTheConnectionThatIsThere() {
        try (var silence = client.connect()) {
            silence.sync().clientPause(MINUTE.toMillis());
            var reached = reached();
            var waiting = buckets().subscribe();
            assertThat(result(reached)).isNotNull();

            assertThat(CompletableFuture.runAsync(() -> redis.getReactiveConnection()))
                    .succeedsWithin(Duration.ofSeconds(10));
            waiting.dispose();
        }
    }

    private Mono<ConnectedEvent> reached() {
        var reached = client.getResources()
                .eventBus()
                .get()
                .ofType(ConnectedEvent.class)
                .next()
                .cache();
        reached.subscribe();
        return reached;
    }

    private Mono<AsyncProxyManager<byte[]>> buckets() {
        return TokenBuckets.over(redis, MINUTE, UnaryOperator.identity());
    }

    private static Mono<Long> taken(Mono<AsyncProxyManager<byte[]>> buckets, int wanted) {
        var three = BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(3)
                        .refillGreedy(1, Duration.ofDays(1))
                        .build())
                .build();
        return buckets.flatMap(all -> Mono.fromFuture(() -> all.builder()
                .build("bucket".getBytes(StandardCharsets.UTF_8), three)
                .tryConsumeAsMuchAsPossible(wanted)));
    }
}
