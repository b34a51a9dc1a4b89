package org.linli.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ServersTest {

    @TempDir
    Path folder;

    @Test
    void dataStayOverARestart() throws SQLException {
        try (var first = servers()) {
            run(first, "create table kept (word text); insert into kept values ('still here')");
        }
        try (var second = servers()) {
            assertThat(read(second, "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void aSecondStartOnTheSameDataIsRefused() {
        try (var first = servers()) {
            assertThatThrownBy(this::servers)
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining("another Linli is running")
                    .hasMessageContaining(folder.toAbsolutePath().toString());
        }
    }

    @Test
    void whatAKilledProgramLeftRunningIsClearedAndItsDataAreKept() throws Exception {
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldServers.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        int port = portOf(killed);
        run("127.0.0.1", port, "create table kept (word text); insert into kept values ('committed')");
        killed.destroyForcibly().waitFor();

        try (var next = servers()) {
            assertThat(read(next, "select word from kept")).isEqualTo("committed");
        }
        assertThat(LeftBehind.by(folder.resolve("postgresql/postmaster.pid"), "postgres"))
                .isEmpty();
        assertThat(LeftBehind.by(folder.resolve("redis/redis.pid"), "redis")).isEmpty();
    }

    private static int portOf(Process program) throws IOException {
        var lines = program.inputReader();
        for (String line; (line = lines.readLine()) != null; ) {
            if (line.startsWith("up ")) {
                return Integer.parseInt(line.substring(3));
            }
        }
        throw new IllegalStateException("the other program did not start its servers");
    }

    @Test
    void aStrangersProcessIsNotStoppedByItsNumber() throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n/somewhere");

        assertThat(LeftBehind.by(pidFile, "postgres")).isEmpty();
    }

    private Servers servers() {
        return new Servers(new ServersProperties(folder, "", ""));
    }

    private static void run(Servers servers, String sql) throws SQLException {
        run(servers.database().host(), servers.database().port(), sql);
    }

    private static void run(String host, int port, String sql) throws SQLException {
        var url = new DatabaseUrl(host, port, "postgres", "postgres", "");
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(Servers servers, String sql) throws SQLException {
        var url = servers.database();
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
