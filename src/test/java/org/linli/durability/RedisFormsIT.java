package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.Shows;

/// A Redis that speaks TLS alone, one that forgets everything again and again, and one in whose place another steps.
@Tag("long")
class RedisFormsIT {

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void aRedisThatSpeaksTlsAloneIsUsed() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "redis-tls").toAbsolutePath();
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                folder.resolve("certificate.pem").toString());
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String trusted = folder.resolve("trusted.p12").toString();
        run(
                keytool,
                "-importcert",
                "-noprompt",
                "-alias",
                "redis",
                "-storepass",
                "changeit",
                "-keystore",
                trusted,
                "-file",
                folder.resolve("certificate.pem").toString());

        try (var redis = RedisServer.startWithTls(folder)) {
            UnderTraffic.with("rediss://127.0.0.1:" + redis.port)
                    .jvm("-Djavax.net.ssl.trustStore=" + trusted, "-Djavax.net.ssl.trustStorePassword=changeit")
                    .during((platform, linli) ->
                            await().atMost(Duration.ofMinutes(1)).until(() -> redis.keys() > 0));
        }
    }

    @Shows("Redis is emptied, again and again")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void aRedisThatIsEmptiedAgainAndAgainLosesNothing() throws Exception {
        try (var redis = RedisServer.start()) {
            UnderTraffic.with("redis://127.0.0.1:" + redis.port).during((platform, linli) -> {
                for (int i = 0; i < 20; i++) {
                    redis.asked("flushall");
                    LinliProcess.pause(Duration.ofMillis(300));
                }
                platform.awaitMore(100);
            });
        }
    }

    @Shows("the Redis that a Sentinel watches dies")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void whenTheFirstRedisDiesTheOneThatSentinelNamesIsUsed() throws Exception {
        try (var redis = new RedisSentinel()) {
            UnderTraffic.with(redis.url()).during((platform, linli) -> {
                redis.failOver();
                platform.awaitMore(100);
                await().atMost(Duration.ofMinutes(1)).until(redis::secondIsUsed);
            });
        }
    }

    private static void run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
    }
}
