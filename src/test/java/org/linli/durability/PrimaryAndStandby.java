package org.linli.durability;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Two real PostgreSQL servers: one that is written to, and one that receives its log as it is written (streaming
/// replication).
final class PrimaryAndStandby implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres standby;

    /// @param synchronous whether a commit is answered only once the standby has it on its disk
    PrimaryAndStandby(Path folder, boolean synchronous) throws IOException, InterruptedException, SQLException {
        this.folder = folder;
        server("primary").close();
        copy();
        this.primary = server("primary");
        Files.writeString(
                folder.resolve("standby/postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres application_name=standby'%n"
                        .formatted(primary.getPort()),
                StandardOpenOption.APPEND);
        Files.createFile(folder.resolve("standby/standby.signal"));
        this.standby = server("standby");
        if (synchronous) {
            execute(primary.getPort(), "alter system set synchronous_standby_names = 'standby'");
            execute(primary.getPort(), "select pg_reload_conf()");
        }
        await().atMost(PATIENCE)
                .until(() -> text(primary.getPort(), "select max(sync_state) from pg_stat_replication")
                        .equals(synchronous ? "sync" : "async"));
    }

    int primary() {
        return primary.getPort();
    }

    int standby() {
        return standby.getPort();
    }

    /// Until the standby has on its disk all that was committed until now.
    void awaitReceived() throws SQLException {
        String written = text(primary(), "select pg_current_wal_flush_lsn()");
        await().atMost(PATIENCE)
                .until(() -> text(standby(), "select pg_last_wal_receive_lsn() >= '%s'".formatted(written))
                        .equals("t"));
    }

    /// From now on the standby receives nothing, as behind a slow or broken line.
    void fallBehind() throws SQLException {
        execute(standby(), "alter system set primary_conninfo = ''");
        execute(standby(), "select pg_reload_conf()");
        await().atMost(PATIENCE)
                .until(() -> text(primary(), "select count(*) from pg_stat_replication")
                        .equals("0"));
    }

    /// As when its machine loses power: all of its processes, at once.
    void killPrimary() throws IOException, InterruptedException {
        String pid =
                Files.readAllLines(folder.resolve("primary/postmaster.pid")).getFirst();
        var server = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        var command = new ArrayList<>(List.of("kill", "-KILL"));
        Stream.concat(Stream.of(server), server.children()).forEach(it -> command.add(Long.toString(it.pid())));
        new ProcessBuilder(command).start().waitFor();
        await().atMost(PATIENCE).until(() -> !server.isAlive());
    }

    /// A number that it has received.
    int standbySays(String query) throws SQLException {
        return Integer.parseInt(text(standby(), query));
    }

    void promoteStandby() throws SQLException {
        execute(standby(), "select pg_promote(true, 60)");
    }

    private EmbeddedPostgres server(String name) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve(name))
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("hot_standby", "on")
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
    }

    /// The server is stopped, so a copy of its folder is a backup.
    private void copy() throws IOException, InterruptedException {
        var copied = new ProcessBuilder(
                        "cp",
                        "-a",
                        folder.resolve("primary").toString(),
                        folder.resolve("standby").toString())
                .start()
                .waitFor();
        if (copied != 0) {
            throw new IllegalStateException("the data were not copied");
        }
    }

    static void execute(int port, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address(port), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String text(int port, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address(port), "postgres", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private static String address(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    @Override
    public void close() throws IOException {
        standby.close();
        primary.close();
    }
}
