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
    void aStrangersProcessIsNotStoppedByItsNumber() throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n/somewhere");

        assertThat(LeftBehind.by(pidFile, "postgres")).isEmpty();
    }

    private Servers servers() {
        return new Servers(new ServersProperties(folder, "", ""));
    }

    private static void run(Servers servers, String sql) throws SQLException {
        var url = servers.database();
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
