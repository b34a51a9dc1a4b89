package org.linli.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.channels.xmpp.SelfSigned;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import reactor.core.publisher.Mono;

/// Real servers that speak TLS with a certificate for `localhost`, which an authority of their own signed: itself.
@Timeout(120)
class SecretLinesTest {

    private static final Path REDIS = Path.of("/usr/bin/redis-server");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECRET = "select ssl from pg_stat_ssl where pid = pg_backend_pid()";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;
    private static Path certificate;
    private static Path stranger;

    @BeforeAll
    static void aServerThatSpeaksTls() throws Exception {
        SelfSigned.write("localhost", folder);
        certificate = folder.resolve("certificate.pem");
        var elsewhere = Files.createDirectories(folder.resolve("stranger"));
        SelfSigned.write("localhost", elsewhere);
        stranger = elsewhere.resolve("certificate.pem");
        Files.setPosixFilePermissions(folder.resolve("key.pem"), PosixFilePermissions.fromString("rw-------"));
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(PATIENCE)
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.toString())
                .setServerConfig("ssl_key_file", folder.resolve("key.pem").toString())
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, sslmode=require",
        "127.0.0.1, sslmode=require",
        "localhost, sslmode=verify-ca&sslrootcert=OURS",
        "127.0.0.1, sslmode=verify-ca&sslrootcert=OURS",
        "localhost, sslmode=verify-full&sslrootcert=OURS"
    })
    void bothDriversSpeakTlsToTheDatabase(String host, String how) throws SQLException {
        var url = url(host, how);

        assertThat(byJdbc(url)).isTrue();
        assertThat(byR2dbc(url)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, sslmode=verify-ca&sslrootcert=THEIRS",
        "localhost, sslmode=verify-full&sslrootcert=THEIRS",
        "127.0.0.1, sslmode=verify-full&sslrootcert=OURS",
        "localhost, sslmode=verify-full"
    })
    void whoIsNotTheDatabaseThatWeMeantGetsNothing(String host, String how) {
        var url = url(host, how);

        assertThatThrownBy(() -> byJdbc(url)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> byR2dbc(url)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void anOpenLineIsRefusedWhereASecretOneWasWanted() {
        var open = DatabaseUrl.parse(TestServers.newDatabase() + "?sslmode=require");

        assertThatThrownBy(() -> byJdbc(open)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> byR2dbc(open)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void theTablesAreMadeOverASecretLine() throws SQLException {
        var url = url("localhost", "sslmode=verify-full&sslrootcert=OURS");

        new MigrateSchemas(url).run();

        assertThat(new SchemaMarks(url).read()).containsKey("inbox");
    }

    @Test
    void redisIsSpokenToOverTlsAndNobodyElse() throws Exception {
        assumeTrue(Files.isExecutable(REDIS), "apt-get install redis-server");
        int port = freePort();
        var redis = new ProcessBuilder(
                        REDIS.toString(),
                        "--port",
                        "0",
                        "--tls-port",
                        Integer.toString(port),
                        "--tls-cert-file",
                        certificate.toString(),
                        "--tls-key-file",
                        folder.resolve("key.pem").toString(),
                        "--tls-auth-clients",
                        "no",
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--dir",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile())
                .start();
        try {
            awaitPort(port);
            assertThat(answers("rediss://localhost:%d?sslrootcert=%s".formatted(port, certificate)))
                    .isTrue();
            assertThat(answers("rediss://127.0.0.1:%d?sslrootcert=%s".formatted(port, certificate)))
                    .as("another host")
                    .isFalse();
            assertThat(answers("rediss://localhost:%d?sslrootcert=%s".formatted(port, stranger)))
                    .as("another authority")
                    .isFalse();
            assertThat(answers("rediss://localhost:%d".formatted(port)))
                    .as("an authority that nobody knows")
                    .isFalse();
            assertThat(answers("redis://localhost:%d".formatted(port)))
                    .as("an open line")
                    .isFalse();
        } finally {
            redis.destroy();
            redis.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /// Connected to as the program does: by Spring Boot, from what it is told.
    private static boolean answers(String url) {
        var answered = new boolean[1];
        new ApplicationContextRunner()
                .withBean(DataRedisConnectionDetails.class, () -> RedisUrl.parse(url))
                .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .withPropertyValues("spring.data.redis.timeout=5s", "spring.data.redis.connect-timeout=5s")
                .run(context -> {
                    try (var connection =
                            context.getBean(RedisConnectionFactory.class).getConnection()) {
                        answered[0] = "PONG".equals(connection.ping());
                    } catch (RuntimeException refused) {
                        answered[0] = false;
                    }
                });
        return answered[0];
    }

    private static DatabaseUrl url(String host, String how) {
        return DatabaseUrl.parse("postgresql://postgres@%s:%d/postgres?%s"
                .formatted(
                        host,
                        server.getPort(),
                        how.replace("OURS", certificate.toString()).replace("THEIRS", stranger.toString())));
    }

    private static boolean byJdbc(DatabaseUrl url) throws SQLException {
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(SECRET)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static boolean byR2dbc(DatabaseUrl url) {
        return Boolean.TRUE.equals(Mono.usingWhen(
                        ConnectionFactories.get(ServersConfiguration.options(url))
                                .create(),
                        connection -> Mono.from(
                                        connection.createStatement(SECRET).execute())
                                .flatMap(it -> Mono.from(it.map((row, _) -> row.get(0, Boolean.class)))),
                        Connection::close)
                .block(PATIENCE));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(int port) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("redis-server does not listen");
    }
}
