package org.linli.channels.tencent;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.resource.ClientResources;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final List<LettuceConnectionFactory> made = new CopyOnWriteArrayList<>();

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
        return new ReactiveStringRedisTemplate(factory());
    }

    public LettuceConnectionFactory factory() {
        return factory(SHORT);
    }

    /// One that waits that long for an answer.
    public LettuceConnectionFactory factory(Duration patience) {
        var factory = factory(port, patience);
        made.add(factory);
        return factory;
    }

    /// It is away, and forgets everything.
    public void stop() {
        try {
            server.stop();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
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
        return new ReactiveStringRedisTemplate(factory(1, SHORT));
    }

    /// Connections that nobody closes would look for it until the end of all tests.
    @Override
    public void close() {
        made.forEach(LettuceConnectionFactory::destroy);
        stop();
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
