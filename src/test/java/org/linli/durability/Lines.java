package org.linli.durability;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.linli.platform.embedded.TestServers;

/// The lines from the program to its PostgreSQL and its Redis, each of which can be slow or lead nowhere.
record Lines(SwitchedLine postgreSql, SwitchedLine redis, String database, String cache) implements AutoCloseable {

    /// To a new database.
    static Lines toTestServers() throws IOException {
        String database = TestServers.newDatabase();
        String cache = TestServers.redis();
        var postgreSql = new SwitchedLine(port(database));
        var redis = new SwitchedLine(port(cache));
        return new Lines(postgreSql, redis, by(postgreSql, database), by(redis, cache));
    }

    List<String> settings() {
        return List.of("--linli.database-url=" + database, "--linli.redis-url=" + cache, "--linli.demo=false");
    }

    private static String by(SwitchedLine line, String url) {
        return url.replace(":" + port(url), ":" + line.port());
    }

    private static int port(String url) {
        return URI.create(url).getPort();
    }

    @Override
    public void close() throws IOException {
        postgreSql.close();
        redis.close();
    }
}
