package org.linli.channels.tencent;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.resource.ClientResources;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import redis.embedded.RedisServer;

/// A real Redis for one test class, without Spring.
public final class OwnRedis implements AutoCloseable {

    private static final ClientResources SHARED = ClientResources.create();
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final RedisServer server;
    private final int port;

    public OwnRedis() {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
        try {
            server =
                    RedisServer.newRedisServer().port(port).setting("save \"\"").build();
            server.start();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// A connection of its own, as each replica has one.
    public ReactiveStringRedisTemplate template() {
        return template(port);
    }

    public LettuceConnectionFactory factory() {
        return factory(port, SHORT);
    }

    /// One that waits that long for an answer.
    public LettuceConnectionFactory factory(Duration patience) {
        return factory(port, patience);
    }

    /// It is away, and forgets everything.
    public void stop() {
        close();
    }

    /// It is back where it was.
    public void startAgain() {
        try {
            server.start();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// To a port on which nobody listens.
    public static ReactiveStringRedisTemplate nobody() {
        return template(1);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ReactiveStringRedisTemplate template(int port) {
        return new ReactiveStringRedisTemplate(factory(port, SHORT));
    }

    private static LettuceConnectionFactory factory(int port, Duration patience) {
        var factory = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", port),
                LettuceClientConfiguration.builder()
                        .clientResources(SHARED)
                        .clientOptions(
                                ClientOptions.builder().publishOnScheduler(true).build())
                        .commandTimeout(patience)
                        .build());
        factory.setEagerInitialization(false);
        factory.afterPropertiesSet();
        factory.start();
        connect(factory);
        return factory;
    }

    /// As the program does before it serves: whoever is the first to use a connection waits for it, and must not be a
    /// thread that others' connections need.
    private static void connect(ReactiveRedisConnectionFactory factory) {
        try {
            factory.getReactiveConnection().close();
        } catch (DataAccessException nobodyThere) {
            // the test is about that
        }
    }
}
