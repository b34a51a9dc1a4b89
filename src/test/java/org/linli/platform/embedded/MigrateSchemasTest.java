package org.linli.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class MigrateSchemasTest {

    private final DatabaseUrl database = DatabaseUrl.parse(TestServers.newDatabase());
    private final SchemaMarks marks = new SchemaMarks(database);

    @BeforeEach
    void madeOnce() {
        new MigrateSchemas(database).run();
    }

    @Test
    void everySchemaIsMarkedWithWhatItWasMadeFrom() {
        assertThat(marks.read()).containsAllEntriesOf(PackedScripts.digests());
    }

    @Test
    void aSchemaMadeFromTheSameFilesIsLeftAlone() throws SQLException {
        forgetTheNewest("whistles");
        int known = newest("whistles");

        new MigrateSchemas(database).run();

        assertThat(newest("whistles")).isEqualTo(known);
    }

    @Test
    void aSchemaMadeFromOtherFilesIsBroughtUpToDate() throws SQLException {
        int made = newest("retention");
        run("drop schema retention cascade; create schema retention");
        marks.write("retention", "made from what an earlier program had");

        new MigrateSchemas(database).run();

        assertThat(newest("retention")).isEqualTo(made);
        assertThat(marks.read()).containsAllEntriesOf(PackedScripts.digests());
    }

    /// Where tables are made by another user than the program's own.
    @Test
    void aUserWhoOwnsNoSchemaStillStarts() throws SQLException {
        marks.write("retention", "made from what an earlier program had");
        run("drop role if exists guest; create role guest login; grant usage on schema retention to guest;"
                + " grant select on retention.flyway_schema_history to guest");

        new MigrateSchemas(new DatabaseUrl(database.host(), database.port(), database.name(), "guest", "")).run();

        assertThat(marks.read()).containsEntry("retention", "made from what an earlier program had");
        run("drop owned by guest; drop role guest");
    }

    @Test
    void aServerThatIsNotThereYetTellsNothing() {
        assertThat(new SchemaMarks(new DatabaseUrl("127.0.0.1", 1, "linli", "nobody", "")).read())
                .isEmpty();
    }

    private void forgetTheNewest(String schema) throws SQLException {
        run("""
            delete from %1$s.flyway_schema_history where installed_rank =
              (select max(installed_rank) from %1$s.flyway_schema_history)""".formatted(schema));
    }

    private void run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbc(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int newest(String schema) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbc(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select coalesce(max(version::int), 0) from %s.flyway_schema_history".formatted(schema))) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
