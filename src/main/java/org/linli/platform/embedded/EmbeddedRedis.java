package org.linli.platform.embedded;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import redis.embedded.RedisServer;

/// A real Redis, started beside the program, its data under the data folder.
final class EmbeddedRedis implements AutoCloseable {

    private static final int TRIES = 10;

    private final RedisServer server;
    private final RedisUrl url;

    private EmbeddedRedis(RedisServer server, RedisUrl url) {
        this.server = server;
        this.url = url;
    }

    static EmbeddedRedis start(Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("redis").toAbsolutePath());
        Path pidFile = data.resolve("redis.pid");
        var leftBehind = LeftBehind.by(pidFile, "redis");
        leftBehind.ifPresent(LeftBehind::stop);
        int port = freePort();
        String password = HexFormat.of().formatHex(SecureRandom.getSeed(16));
        var server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("dir " + data)
                .setting("pidfile " + pidFile)
                .setting("requirepass " + password)
                .setting("appendonly yes")
                .setting("save \"\"")
                .onShutdownForceStop(false)
                .build();
        startPatiently(server);
        return new EmbeddedRedis(server, RedisUrl.one("127.0.0.1", port, password));
    }

    /// The executable has just been unpacked. A process that is started beside it, like PostgreSQL, inherits the open
    /// file for a moment, and so long the system refuses to run it ("text file busy").
    private static void startPatiently(RedisServer server) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                server.start();
                return;
            } catch (IOException busy) {
                if (tries == TRIES) {
                    throw busy;
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while the embedded Redis starts");
        }
    }

    RedisUrl url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
