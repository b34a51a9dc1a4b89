package org.linli.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// A real PostgreSQL, started beside the program, its data under the data folder.
///
/// The library starts it with `-F` and asynchronous commits, which is right for tests and wrong for residents; the
/// settings here come later on the command line and win.
final class EmbeddedPostgreSql implements AutoCloseable {

    private final EmbeddedPostgres server;

    private EmbeddedPostgreSql(EmbeddedPostgres server) {
        this.server = server;
    }

    static EmbeddedPostgreSql start(Path folder) throws IOException {
        Path data = folder.resolve("postgresql").toAbsolutePath();
        var leftBehind = LeftBehind.by(data.resolve("postmaster.pid"), "postgres");
        leftBehind.ifPresent(LeftBehind::stop);
        return new EmbeddedPostgreSql(EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(
                        folder.resolve("programs").toAbsolutePath().toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100")
                // taken as tables grow: with less, a burst of messages is written out and read back meanwhile
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("wal_compression", "on")
                // a new community fills its tables within minutes, and plans made for empty ones are slow
                .setServerConfig("autovacuum_naptime", "5s")
                .setServerConfig("log_min_messages", "error")
                .setLocaleConfig("locale", "C.UTF-8")
                // the same order, compared by the server itself: most keys are texts
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .start());
    }

    DatabaseUrl url() {
        return new DatabaseUrl("127.0.0.1", server.getPort(), "postgres", "postgres", "");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
