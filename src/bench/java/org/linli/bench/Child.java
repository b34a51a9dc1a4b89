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

/// A server under measurement: a JVM of its own with 512 MB of heap, started here and stopped by its own id.
final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final List<String> NOT_INHERITED = List.of("LINLI_DATABASE_URL", "LINLI_REDIS_URL", "JAVA_TOOL_OPTIONS");

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// @param arguments what follows the JVM's own options
    static Child start(Path log, Map<String, String> environment, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                java("java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(arguments);
        Files.createDirectories(log.toAbsolutePath().getParent());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        NOT_INHERITED.forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        return new Child(builder.start(), log);
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
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(it -> it.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    Memory memory() throws IOException, InterruptedException {
        return Memory.of(process.pid(), process.descendants().map(ProcessHandle::pid).toList());
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
        var started = process.descendants().toList();
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
