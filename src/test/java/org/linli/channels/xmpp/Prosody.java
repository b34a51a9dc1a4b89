package org.linli.channels.xmpp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Debian's Prosody for the tests of one class, on a port and in a folder of its own; skips them, and says what to
/// install, where there is none.
final class Prosody implements BeforeAllCallback, AfterAllCallback {

    static final String DOMAIN = "linli.test";
    static final String ROOMS = "rooms." + DOMAIN;
    static final String PASSWORD = "not-a-secret";

    private static final Path PROGRAM = Path.of("/usr/bin/prosody");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CONFIGURATION = """
            run_as_root = true
            data_path = "%1$s"
            log = { { levels = { min = "info" }, to = "file", filename = "%1$s/prosody.log" } }
            interfaces = { "127.0.0.1" }
            c2s_ports = { %2$d }
            c2s_direct_tls_ports = {}
            modules_disabled = { "s2s" }
            modules_enabled = { "disco", "roster", "saslauth", "tls", "ping", "blocklist", "mam", "posix" }
            authentication = "internal_plain"
            c2s_require_encryption = false
            ssl = { certificate = "%1$s/certificate.pem", key = "%1$s/key.pem" }
            VirtualHost "%3$s"
            Component "%4$s" "muc"
              modules_enabled = { "muc_mam" }
              muc_room_default_persistent = true
              muc_room_locking = false
            """;

    private final String[] accounts;
    private String[] rooms = {};
    private final int port;
    private @Nullable Path data;
    private @Nullable Process process;

    /// The port is known, and free, before the server starts.
    Prosody(String... accounts) {
        this.accounts = accounts;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Made by the first account, before the test begins.
    Prosody withRooms(String... rooms) {
        this.rooms = rooms;
        return this;
    }

    int port() {
        return port;
    }

    Path certificate() {
        return data().resolve("certificate.pem");
    }

    @Override
    public void beforeAll(ExtensionContext test) throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "apt-get install prosody");
        Files.createDirectories(Path.of("target"));
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "prosody");
        var people = Files.createDirectories(data().resolve("linli%2etest/accounts"));
        for (String account : accounts) {
            Files.writeString(people.resolve(account + ".dat"), "return { [\"password\"] = \"" + PASSWORD + "\" };");
        }
        Files.writeString(
                data().resolve("prosody.cfg.lua"), CONFIGURATION.formatted(data(), port, DOMAIN, ROOMS), UTF_8);
        SelfSigned.write(DOMAIN, data());
        start();
        try (var founder = new Neighbour(this, accounts[0])) {
            for (String room : rooms) {
                founder.enter(room);
            }
        }
    }

    void start() {
        try {
            process = new ProcessBuilder(
                            PROGRAM.toString(),
                            "-F",
                            "--config",
                            data().resolve("prosody.cfg.lua").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(data().resolve("output.log").toFile())
                    .start();
            awaitPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Connections break; what is in the archives stays.
    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /// Takes what it is sent and answers nothing, until [#thaw].
    void freeze() throws Exception {
        signal("STOP");
    }

    void thaw() throws Exception {
        signal("CONT");
    }

    private void signal(String signal) throws Exception {
        if (process != null) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    @Override
    public void afterAll(ExtensionContext test) throws Exception {
        stop();
    }

    private void awaitPort() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IllegalStateException("Prosody does not listen, see " + data().resolve("output.log"));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Path data() {
        if (data == null) {
            throw new IllegalStateException("not started (expected: @RegisterExtension static final Prosody)");
        }
        return data;
    }
}
