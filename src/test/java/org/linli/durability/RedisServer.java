package org.linli.durability;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One Redis, by this machine's redis-server.
final class RedisServer implements AutoCloseable {

    final int port;
    private final List<String> secret;
    private final Process process;

    private RedisServer(int port, List<String> secret, Process process) {
        this.port = port;
        this.secret = secret;
        this.process = process;
        await().until(() -> asked("ping").contains("PONG"));
    }

    static RedisServer start(String... settings) throws IOException {
        int port = freePort();
        return launch(port, List.of(), with(List.of("--port", "" + port), settings));
    }

    /// @param folder holds `key.pem` and `certificate.pem`
    static RedisServer startWithTls(Path folder) throws IOException {
        int port = freePort();
        String certificate = folder.resolve("certificate.pem").toString();
        var settings = List.of("--port", "0", "--tls-port", "" + port, "--tls-auth-clients", "no");
        return launch(
                port,
                List.of("--tls", "--cacert", certificate),
                with(
                        settings,
                        "--tls-cert-file",
                        certificate,
                        "--tls-key-file",
                        folder.resolve("key.pem").toString(),
                        "--tls-ca-cert-file",
                        certificate));
    }

    /// @param settings whom it watches; it writes into this file
    static RedisServer startAsSentinel(Path settings) throws IOException {
        int port = freePort();
        var process = process(List.of(settings.toString(), "--sentinel", "--port", "" + port, "--bind", "127.0.0.1"));
        return new RedisServer(port, List.of(), process);
    }

    private static RedisServer launch(int port, List<String> secret, List<String> settings) throws IOException {
        return new RedisServer(
                port,
                secret,
                process(with(settings, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", "target")));
    }

    private static Process process(List<String> settings) throws IOException {
        Path program = Path.of("/usr/bin/redis-server");
        assumeTrue(Files.isExecutable(program), "apt-get install redis-server");
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(settings);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// What it says to a command; empty where it does not answer.
    String asked(String... words) {
        var command = new ArrayList<>(List.of("redis-cli", "-h", "127.0.0.1", "-p", "" + port));
        command.addAll(secret);
        command.addAll(List.of(words));
        try {
            var cli = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(cli.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notThere) {
            return "";
        }
    }

    long keys() {
        return Long.parseLong("0" + asked("dbsize").replaceAll("\\D", ""));
    }

    private static List<String> with(List<String> some, String... more) {
        var all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
