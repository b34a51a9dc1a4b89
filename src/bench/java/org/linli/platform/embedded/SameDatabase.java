package org.linli.platform.embedded;

import java.io.IOException;
import java.nio.file.Path;

/// The embedded PostgreSQL exactly as the service starts it, for the server that it is compared with.
public final class SameDatabase implements AutoCloseable {

    private final EmbeddedPostgreSql server;

    private SameDatabase(EmbeddedPostgreSql server) {
        this.server = server;
    }

    public static SameDatabase start(Path folder) throws IOException {
        return new SameDatabase(EmbeddedPostgreSql.start(folder));
    }

    public String jdbc() {
        return server.url().jdbc();
    }

    public String user() {
        return server.url().user();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
