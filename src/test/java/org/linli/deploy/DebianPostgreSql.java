package org.linli.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/// The PostgreSQL of this machine, with the programs that belong to it, on a new folder. The embedded one comes without
/// `pg_dump`, and that of another version refuses it.
final class DebianPostgreSql implements AutoCloseable {

    private final Path programs;
    private final int port;
    private final Process server;

    private DebianPostgreSql(Path programs, int port, Process server) {
        this.programs = programs;
        this.port = port;
        this.server = server;
    }

    static DebianPostgreSql start() throws IOException, InterruptedException {
        Path programs = newest();
        Path data = Files.createTempDirectory(Path.of("target"), "debian-postgresql")
                .resolve("data")
                .toAbsolutePath();
        int port = freePort();
        var made = Shell.run(
                Map.of(),
                asNobodyInParticular(
                        programs.resolve("initdb").toString(), "-D", data.toString(), "-U", "postgres", "-A", "trust"));
        if (made.status() != 0) {
            throw new IllegalStateException(made.said());
        }
        var server = new ProcessBuilder(asNobodyInParticular(
                        programs.resolve("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        "" + port,
                        "-k",
                        "",
                        "-h",
                        "127.0.0.1"))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
        var it = new DebianPostgreSql(programs, port, server);
        Awaitility.await().ignoreExceptions().until(() -> {
            it.connect("postgres").close();
            return true;
        });
        return it;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), "postgres", "");
    }

    String newDatabase(String name) throws SQLException {
        try (var sql = connect("postgres");
                var statement = sql.createStatement()) {
            statement.execute("create database " + name);
        }
        return "postgresql://postgres:any%20thing@127.0.0.1:" + port + "/" + name;
    }

    /// For scripts: its own programs come first.
    Map<String, String> environment(String database) {
        return Map.of("PATH", programs + ":" + System.getenv("PATH"), "LINLI_DATABASE_URL", database);
    }

    static Path newest() throws IOException {
        Path all = Path.of("/usr/lib/postgresql");
        assumeTrue(Files.isDirectory(all), "apt-get install postgresql");
        try (var versions = Files.list(all)) {
            var programs = versions.map(it -> it.resolve("bin"))
                    .filter(it ->
                            Files.isExecutable(it.resolve("postgres")) && Files.isExecutable(it.resolve("pg_dump")))
                    .max(Comparator.comparingInt(
                            it -> Integer.parseInt(it.getName(3).toString())));
            assumeTrue(programs.isPresent(), "apt-get install postgresql");
            return programs.orElseThrow();
        }
    }

    /// The server refuses to run as root.
    static List<String> asNobodyInParticular(String... command) {
        var whole = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(List.of(command));
        return whole;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().join();
    }
}
