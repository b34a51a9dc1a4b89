package org.linli.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server under measurement: a JVM of its own with 512 MB of heap and the collector of every installation
/// (`deploy/jvm.options`), started here and stopped by its own id.
final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final List<String> NOT_INHERITED = List.of("LINLI_DATABASE_URL", "LINLI_REDIS_URL", "JAVA_TOOL_OPTIONS");

    private final Process process;
    private final Path log;
    private final Path data;

    private Child(Process process, Path log, Path data) {
        this.process = process;
        this.log = log;
        this.data = data;
    }

    /// @param data      where its database is, if it has one
    /// @param arguments what follows the JVM's own options
    static Child start(Path log, Path data, Map<String, String> environment, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                java("java").toString(),
                "-Xms512m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(arguments);
        Files.createDirectories(log.toAbsolutePath().getParent());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        NOT_INHERITED.forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        return new Child(builder.start(), log, data);
    }

    static Path java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    long pid() {
        return process.pid();
    }

    /// Waits until somebody listens on that port.
    void awaitPort(int port) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!listens(port)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("a server did not start, see " + log);
            }
            Thread.sleep(10);
        }
    }

    /// Of the server and of the database and Redis that it started.
    Duration cpu() {
        return Stream.concat(Stream.of(process.toHandle()), servers())
                .map(it -> it.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    Memory memory() throws IOException, InterruptedException {
        return Memory.of(process.pid(), servers().map(ProcessHandle::pid).toList());
    }

    /// PostgreSQL leaves the family of whoever starts it, but says where it is.
    private Stream<ProcessHandle> servers() {
        return Stream.concat(
                process.descendants(),
                Rows.postmaster(data).stream().flatMap(it -> Stream.concat(Stream.of(it), it.descendants())));
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Asks it to stop, then insists; what it had started and left behind is stopped as well.
    @Override
    public void close() {
        var started = servers().toList();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        started.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroy);
    }
}
