package org.linli.platform.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What each schema was last made from: a digest of its scripts, kept as the comment on the schema, so that it goes
/// wherever the schema goes, into a backup too, and away with it.
record SchemaMarks(DatabaseUrl database) {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaMarks.class);

    private static final String READ = """
            select nspname, obj_description(oid, 'pg_namespace') as mark
            from pg_namespace where obj_description(oid, 'pg_namespace') is not null
            """;

    /// Digests by schema. Empty where the server does not answer yet: whoever then migrates waits for it.
    Map<String, String> read() {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(READ)) {
            var marks = new HashMap<String, String>();
            while (rows.next()) {
                marks.put(rows.getString("nspname"), rows.getString("mark"));
            }
            return marks;
        } catch (SQLException notYet) {
            return Map.of();
        }
    }

    /// Where somebody else owns the schema it stays unmarked: Flyway is asked at the next start too, which costs time
    /// and nothing else.
    void write(String schema, String digest) {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "comment on schema %s is '%s'".formatted(statement.enquoteIdentifier(schema, true), digest));
        } catch (SQLException refused) {
            LOG.info("schema {} is not ours to mark ({}): each start asks Flyway", schema, refused.getSQLState());
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database.jdbc(), database.user(), database.password());
    }
}
