package org.linli.platform.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import redis.embedded.RedisServer;

/// A real Redis, started beside the program, its data under the data folder.
final class EmbeddedRedis implements AutoCloseable {

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
        server.start();
        return new EmbeddedRedis(server, new RedisUrl("127.0.0.1", port, 0, null, password));
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
