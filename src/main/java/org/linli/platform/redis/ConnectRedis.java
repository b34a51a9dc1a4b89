package org.linli.platform.redis;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.stereotype.Component;

/// Makes the connection to Redis that all share before anybody needs it.
///
/// The first use of it waits for the connection on the thread of whoever comes first, and everybody else waits behind.
/// With a Redis that is silent, that would be every event loop at once. Once made, it is renewed without waiting.
@Component
class ConnectRedis implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectRedis.class);

    private final ReactiveRedisConnectionFactory redis;
    private volatile boolean running;

    ConnectRedis(ReactiveRedisConnectionFactory redis) {
        this.redis = redis;
    }

    /// Waits as long as connecting may take; a Redis that is away does not keep the program from starting.
    @Override
    public void start() {
        running = true;
        try {
            redis.getReactiveConnection().close();
        } catch (DataAccessException away) {
            LOG.warn("Redis is away, starting without it: {}", away.getClass().getName());
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// After the connection factory, before everything that serves.
    @Override
    public int getPhase() {
        return 1;
    }
}
