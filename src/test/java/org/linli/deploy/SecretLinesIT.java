package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The installed program on PostgreSQL and Redis as compose starts them, with the certificates of
/// `deploy/certificates`.
@Tag("long")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SecretLinesIT {

    @TempDir
    static Path folder;

    private static ComposeServers servers;

    @BeforeAll
    static void serversOfCompose() throws Exception {
        var made = Shell.run(
                Map.of(),
                List.of(
                        "deploy/certificates",
                        folder.resolve("secrets").toString(),
                        "postgres=localhost",
                        "redis=localhost"));
        assertThat(made.status()).as(made.said()).isZero();
        servers = new ComposeServers(folder);
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
            sql("sslmode=require").close();
            return redis("--tls").contains("PONG");
        });
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void anOpenLineToTheDatabaseIsRefused() throws IOException {
        assertThatThrownBy(() -> sql("sslmode=disable").close())
                .isInstanceOfSatisfying(
                        SQLException.class, it -> assertThat(it.getSQLState()).isEqualTo("28000"));
        assertThat(servers.said("postgres")).contains("no encryption");
    }

    @Test
    void anOpenLineToRedisIsRefused() throws Exception {
        assertThat(redis()).doesNotContain("PONG");
        assertThat(redis("--tls", "config", "get", "port").lines())
                .as("there is no other door")
                .containsExactly("port", "0");
    }

    @Test
    void theDatabaseIsTheOneThatWasMeant() throws SQLException {
        String ours = "&sslrootcert=" + servers.secret("authority.pem");

        sql("sslmode=verify-full" + ours).close();
        assertThatThrownBy(() -> DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%d/postgres?sslmode=verify-full%s"
                                .formatted(servers.database, ours),
                        "linli",
                        ComposeServers.PASSWORD))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void theInstalledProgramSpeaksToBothBySecretLines() throws Exception {
        int port = ComposeServers.freePort();
        var program = start(port);
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> isReady(port));
            assertThat(linesOfTheProgram()).isNotEmpty().containsOnly(true);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(redis("--tls", "client", "list")).contains("cmd=subscribe"));
        } finally {
            program.destroy();
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /// Of each connection to the database but ours: whether it is secret.
    private static List<Boolean> linesOfTheProgram() throws SQLException {
        try (var sql = sql("sslmode=require");
                var statement = sql.createStatement();
                var rows = statement.executeQuery("""
                        select ssl from pg_stat_ssl join pg_stat_activity using (pid)
                        where client_port is not null and pid <> pg_backend_pid()""")) {
            var lines = new ArrayList<Boolean>();
            while (rows.next()) {
                lines.add(rows.getBoolean(1));
            }
            return lines;
        }
    }

    private static Process start(int port) throws Exception {
        String authority = "sslrootcert=" + servers.secret("authority.pem");
        var builder = InstalledProgram.command();
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT",
                        "" + port,
                        "LINLI_DEMO",
                        "false",
                        "LINLI_DATABASE_URL",
                        "postgresql://linli:%s@localhost:%d/postgres?sslmode=verify-full&%s"
                                .formatted(ComposeServers.PASSWORD, servers.database, authority),
                        "LINLI_REDIS_URL",
                        "rediss://:%s@localhost:%d?%s".formatted(ComposeServers.PASSWORD, servers.redis, authority)));
        return builder.redirectOutput(folder.resolve("program.log").toFile()).start();
    }

    private static boolean isReady(int port) throws IOException {
        var call = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")
                .toURL()
                .openConnection();
        try {
            return call.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Connection sql(String how) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/postgres?%s".formatted(servers.database, how),
                "linli",
                ComposeServers.PASSWORD);
    }

    /// @param words options, and a command in place of a ping
    private static String redis(String... words) throws Exception {
        var command = new ArrayList<>(List.of(
                "timeout",
                "10",
                "redis-cli",
                "-h",
                "localhost",
                "-p",
                "" + servers.redis,
                "--cacert",
                servers.secret("authority.pem").toString()));
        command.addAll(List.of(words));
        if (words.length < 2) {
            command.add("ping");
        }
        return Shell.run(Map.of("REDISCLI_AUTH", ComposeServers.PASSWORD), command)
                .said();
    }
}
