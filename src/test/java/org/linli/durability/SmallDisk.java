package org.linli.durability;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;

/// This machine's PostgreSQL on a disk of 220 MB, which only it sees: it ends with it.
final class SmallDisk implements AutoCloseable {

    private static final String START = """
        mount -t tmpfs -o size=220m,mode=0755 tmpfs "$1" || exit 9
        unshare -U "$2/initdb" -D "$1/data" -U postgres -A trust --no-sync >/dev/null || exit 8
        exec unshare -U "$2/postgres" -D "$1/data" -p "$3" -k '' -h 127.0.0.1 \\
            -c max_wal_size=48MB -c min_wal_size=32MB -c wal_recycle=off
        """;

    private final Path folder;
    private final int port;
    private final Process server;

    SmallDisk() throws IOException {
        folder = Files.createTempDirectory(Path.of("target"), "small-disk").toAbsolutePath();
        port = freePort();
        server = new ProcessBuilder(
                        "unshare",
                        "-rm",
                        "sh",
                        "-c",
                        START,
                        "sh",
                        folder.toString(),
                        programs().toString(),
                        "" + port)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "small-disk.log").toFile())
                .start();
        await().atMost(Duration.ofMinutes(1)).until(() -> isUp() || !server.isAlive());
        assumeTrue(server.isAlive(), "a machine whose users may mount a disk in memory");
    }

    String newDatabase() throws SQLException {
        try (var sql = DriverManager.getConnection(jdbc(), "postgres", "");
                var statement = sql.createStatement()) {
            statement.execute("create database small");
        }
        return "postgresql://postgres@127.0.0.1:" + port + "/small";
    }

    /// Not a byte is left.
    void fill() throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(ballast())) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assumeTrue(String.valueOf(full.getMessage()).contains("space"), full.toString());
        }
    }

    void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    boolean isUp() {
        try {
            DriverManager.getConnection(jdbc(), "postgres", "").close();
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    /// As the server sees it.
    private Path ballast() {
        return Path.of("/proc/" + server.pid() + "/root" + folder, "ballast");
    }

    private String jdbc() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static Path programs() throws IOException {
        Path all = Path.of("/usr/lib/postgresql");
        assumeTrue(Files.isDirectory(all), "apt-get install postgresql");
        try (var versions = Files.list(all)) {
            return versions.map(it -> it.resolve("bin"))
                    .filter(it -> Files.isExecutable(it.resolve("postgres")))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// At once: nobody will read what is on that disk.
    @Override
    public void close() {
        server.destroyForcibly();
        server.onExit().join();
    }
}
