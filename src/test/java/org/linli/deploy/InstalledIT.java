package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.Shows;
import org.linli.platform.embedded.TestServers;

/// A folder made by `deploy/prepare`, started by the very command line of the systemd unit.
@Tag("long")
class InstalledIT {

    /// What a machine has to have to spare for it, the cache's pages included. This start makes all tables, imports the
    /// demo and runs beside other tests. What later ones take at rest says the benchmark; its goal is 350.
    private static final long MOST_MEGABYTES = 420;

    private static final Path LOG = Path.of("target/installed.log").toAbsolutePath();

    @Shows("a replica is asked to stop")
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void startsFromItsCacheAndEndsWithinTwentySecondsWhileAPageListens() throws Exception {
        InstalledProgram.prepare();

        int port = ComposeServers.freePort();
        long begun = System.nanoTime();
        var program = start(port);
        try {
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> isReady(port, program));
            var ready = Duration.ofNanos(System.nanoTime() - begun);
            System.out.printf("installed: ready after %s%n", ready);

            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(
                            () -> assertThat(resident(program)).isPositive().isLessThan(MOST_MEGABYTES * 1024));
            System.out.printf("installed: %d MB resident at rest%n", resident(program) / 1024);
            assertThat(behindTls(port))
                    .as("browsers come by TLS only, and so does the cookie of the session")
                    .contains("max-age=31536000");
            assertThat(listening(port)).as("a page that listens for ever").isEqualTo(200);
            long asked = System.nanoTime();
            program.destroy();
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
            System.out.printf("installed: ended after %s%n", Duration.ofNanos(System.nanoTime() - asked));
            assertThat(program.exitValue()).isEqualTo(143);
            assertThat(Files.readString(LOG)).contains("Starting AOT-processed").doesNotContain(" ERROR ");
        } finally {
            program.destroyForcibly();
        }
    }

    private static Process start(int port) throws IOException, InterruptedException {
        var builder = InstalledProgram.command().redirectOutput(LOG.toFile());
        builder.environment()
                .putAll(Map.of(
                        // the JVM ends where the cache does not fit, instead of going on without it
                        "JAVA_TOOL_OPTIONS",
                        "-XX:AOTMode=on",
                        "SERVER_PORT",
                        "" + port,
                        "SERVER_FORWARDHEADERSSTRATEGY",
                        "native",
                        "LINLI_COMMUNITY_IMPORT",
                        Path.of("deploy/demo/community.yaml").toAbsolutePath().toString(),
                        "LINLI_SECRETS",
                        secrets().toString()));
        return builder.start();
    }

    /// Settings as clusters hand them in: a file each.
    private static Path secrets() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "secrets").toAbsolutePath();
        Files.writeString(folder.resolve("linli.database-url"), TestServers.newDatabase() + "\n");
        Files.writeString(folder.resolve("linli.redis-url"), TestServers.redis());
        return folder;
    }

    private static boolean isReady(int port, Process program) throws IOException {
        if (!program.isAlive()) {
            throw new IllegalStateException("it ended: " + Files.readString(LOG, StandardCharsets.UTF_8));
        }
        var call = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")
                .toURL()
                .openConnection();
        try {
            return call.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// In kB, with the pages of the cache that several replicas on a machine share.
    private static long resident(Process program) throws IOException {
        String status = Files.readString(Path.of("/proc", "" + program.pid(), "status"));
        var line = Pattern.compile("VmRSS:\\s+(\\d+) kB").matcher(status);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }

    /// What a page says of TLS to somebody whom the proxy in front served by it.
    private static String behindTls(int port) throws IOException {
        var page = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/sign-in").toURL().openConnection();
        page.setRequestProperty("X-Forwarded-Proto", "https");
        return String.valueOf(page.getHeaderField("Strict-Transport-Security"));
    }

    /// What a visitor's page is told that stays open.
    private static int listening(int port) throws IOException {
        String chat = "http://127.0.0.1:" + port + "/chat/lm";
        var visit = (HttpURLConnection) URI.create(chat).toURL().openConnection();
        String visitor = visit.getHeaderFields().entrySet().stream()
                .filter(it -> "Set-Cookie".equalsIgnoreCase(it.getKey()))
                .flatMap(it -> it.getValue().stream())
                .map(it -> it.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        var page = (HttpURLConnection) URI.create(chat + "/events").toURL().openConnection();
        page.setRequestProperty("Cookie", visitor);
        return page.getResponseCode();
    }
}
