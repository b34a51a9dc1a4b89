package org.linli.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database and the Redis that this program works with: those it was told of, otherwise embedded ones.
final class Servers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final DatabaseUrl database;
    private final RedisUrl redis;

    /// @throws DataFolderInUse when embedded servers are wanted and another program runs on the same folder
    Servers(ServersProperties wanted) {
        try {
            if (wanted.embedsSomething()) {
                started.push(DataFolder.take(wanted.data()));
            }
            // an address is read at once, and waits for no thread that others may have in use
            Executor beside = wanted.redisUrl().isBlank()
                    ? Thread.ofPlatform().daemon().name("start-redis")::start
                    : Runnable::run;
            var redisLater =
                    CompletableFuture.supplyAsync(() -> redis(wanted), beside).orTimeout(60, TimeUnit.SECONDS);
            database = database(wanted);
            redis = redisLater.join();
        } catch (IOException unusable) {
            throw new UncheckedIOException("the data folder cannot be used", unusable);
        } catch (CompletionException failed) {
            close();
            throw new IllegalStateException("the embedded Redis does not start", failed.getCause());
        }
    }

    DatabaseUrl database() {
        return database;
    }

    RedisUrl redis() {
        return redis;
    }

    private DatabaseUrl database(ServersProperties wanted) {
        return wanted.databaseUrl().isBlank()
                ? started("PostgreSQL", () -> EmbeddedPostgreSql.start(wanted.data()))
                        .url()
                : DatabaseUrl.parse(wanted.databaseUrl());
    }

    private RedisUrl redis(ServersProperties wanted) {
        return wanted.redisUrl().isBlank()
                ? started("Redis", () -> EmbeddedRedis.start(wanted.data())).url()
                : RedisUrl.parse(wanted.redisUrl());
    }

    private <S extends AutoCloseable> S started(String name, Callable<S> start) {
        try {
            S server = start.call();
            synchronized (started) {
                started.push(server);
            }
            LOG.info("embedded {} is up", name);
            return server;
        } catch (Exception failed) {
            throw new IllegalStateException("the embedded " + name + " does not start", failed);
        }
    }

    /// Stops what was started here, last first, the folder last of all.
    @Override
    public void close() {
        synchronized (started) {
            while (!started.isEmpty()) {
                closeQuietly(started.pop());
            }
        }
    }

    private static void closeQuietly(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception failed) {
            LOG.warn("an embedded server did not stop cleanly, the next start clears it: {}", Failed.briefly(failed));
        }
    }
}
