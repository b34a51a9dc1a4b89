package org.linli.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Brings the database to the form that this program needs: the files of `db/<module>` make the schema `<module>`,
/// each with a history of its own, so that a module can be taken away with its tables.
record MigrateSchemas(DatabaseUrl database) {

    private static final int TRIES_WHILE_THE_SERVER_STARTS = 30;

    void run() {
        modules().forEach(this::migrate);
    }

    private void migrate(String module) {
        Flyway.configure()
                .dataSource(database.jdbc(), database.user(), database.password())
                .connectRetries(TRIES_WHILE_THE_SERVER_STARTS)
                .locations("classpath:db/" + module)
                .schemas(module)
                .defaultSchema(module)
                .load()
                .migrate();
    }

    private static SortedSet<String> modules() {
        try {
            var found = new TreeSet<String>();
            for (var script : new PathMatchingResourcePatternResolver(MigrateSchemas.class.getClassLoader())
                    .getResources("classpath*:db/*/V*.sql")) {
                String[] path = script.getURL().getPath().split("/");
                found.add(path[path.length - 2]);
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the schemas packed with the program cannot be listed", unreadable);
        }
    }
}
