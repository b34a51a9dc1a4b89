package org.linli.channels.wecom.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.durability.RedisCluster;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/// A cluster refuses scripts whose keys lie in several of its slots, also where one node holds them all.
class BotClusterTest {

    private static final Address TALK = Address.group(BotChannel.ID, "demo", "群一");

    private static RedisCluster cluster;
    private static LettuceConnectionFactory connections;
    private static ReactiveStringRedisTemplate redis;

    @BeforeAll
    static void start() throws Exception {
        cluster = new RedisCluster(1);
        var nodes = List.of(cluster.url().substring("redis-cluster://".length()));
        connections = new LettuceConnectionFactory(new RedisClusterConfiguration(nodes));
        connections.afterPropertiesSet();
        connections.start();
        redis = new ReactiveStringRedisTemplate(connections);
    }

    @AfterAll
    static void stop() {
        connections.destroy();
        cluster.close();
    }

    @Test
    void streamsAreAnsweredInACluster() {
        var streams = new Streams(redis, Clock.systemUTC(), Duration.ZERO);

        streams.open(TALK, "stream-1").block();

        assertThat(streams.ask("stream-1").block()).isInstanceOf(Streams.Told.NotYet.class);
        streams.deliver(TALK, "", "马上来").block();
        assertThat(streams.ask("stream-1").block()).isInstanceOf(Streams.Told.Unknown.class);
    }

    @Test
    void addressesForAnswersAreKeptInACluster() {
        var addresses = new AnswerAddresses(redis, Clock.systemUTC());
        var address = URI.create("https://qyapi.weixin.qq.com/answer?code=1");

        addresses.keep(TALK, "message-1", address).block();

        assertThat(addresses
                        .take(TALK, "message-1")
                        .map(AnswerAddresses.Taken::address)
                        .block())
                .isEqualTo(address);
        assertThat(addresses.take(TALK, "message-1").block()).isNull();
    }
}
