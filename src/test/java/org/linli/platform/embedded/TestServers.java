package org.linli.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// The embedded servers of a test run, started with the first test that needs them, and a new database with all tables
/// for each application context. The tables are made once and copied: making them takes seconds.
public final class TestServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /// Made with the first context.
    private static final Path KEYS =
            Path.of("target", "keys-%d.json".formatted(ProcessHandle.current().pid()));

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final class Started {
        static final Servers SERVERS = start();
    }

    private static final class Made {
        static final String TABLES = makeTables();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "linli.database-url=" + url(create(Made.TABLES)),
                        "linli.redis-url=" + redis(),
                        "linli.keys=" + KEYS)
                .applyTo(context);
    }

    /// The address of a new, empty database, as `LINLI_DATABASE_URL` takes it.
    public static String newDatabase() {
        return url(create("template1"));
    }

    /// The address of the Redis, as `LINLI_REDIS_URL` takes it. All tests share its one key space.
    public static String redis() {
        var redis = Started.SERVERS.redis();
        return "redis://:%s@127.0.0.1:%d".formatted(redis.password(), redis.port());
    }

    private static String makeTables() {
        String name = create("template1");
        new MigrateSchemas(DatabaseUrl.parse(url(name))).run();
        return name;
    }

    private static String create(String template) {
        var server = Started.SERVERS.database();
        String name = "test_" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(server.jdbc(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database %s template %s".formatted(name, template));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return name;
    }

    private static String url(String name) {
        return "postgresql://postgres@127.0.0.1:%d/%s"
                .formatted(Started.SERVERS.database().port(), name);
    }

    private static Servers start() {
        try {
            Files.createDirectories(Path.of("target"));
            var servers =
                    new Servers(new ServersProperties(Files.createTempDirectory(Path.of("target"), "servers"), "", ""));
            Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
            return servers;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
