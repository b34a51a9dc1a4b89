package org.linli.platform.embedded;

import org.flywaydb.core.Flyway;

/// Brings the database to the form that this program needs: the files of `db/<module>` make the schema `<module>`,
/// each with a history of its own, so that a module can be taken away with its tables.
///
/// A schema that was last made from the very same files is left alone: asking Flyway about each takes longer than
/// everything else that a start does.
record MigrateSchemas(DatabaseUrl database) {

    private static final int TRIES_WHILE_THE_SERVER_STARTS = 30;

    void run() {
        var marks = new SchemaMarks(database);
        var made = marks.read();
        PackedScripts.digests().forEach((module, digest) -> {
            if (!digest.equals(made.get(module))) {
                migrate(module);
                marks.write(module, digest);
            }
        });
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
}
