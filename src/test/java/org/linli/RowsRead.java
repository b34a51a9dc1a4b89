package org.linli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How many rows a statement reads, as PostgreSQL counts them, in a session that may have said it before and kept its
/// plan. What it writes is taken back.
public final class RowsRead implements AutoCloseable {

    private final Connection session;

    /// @param database as `LINLI_DATABASE_URL` has it
    /// @param statements by their names, with the types of their parameters: `look(timestamptz, boolean)`
    public RowsRead(String database, Map<String, String> statements) throws SQLException {
        var parts = Pattern.compile("postgresql://(\\w+)@(.+)").matcher(database);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no database of a test");
        }
        session = DriverManager.getConnection("jdbc:postgresql://%s?user=%s&preferQueryMode=simple"
                .formatted(parts.group(2), URLEncoder.encode(parts.group(1), UTF_8)));
        for (var it : statements.entrySet()) {
            run("prepare " + it.getKey() + " as " + it.getValue());
        }
    }

    public void run(String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    /// @param execution like `look(now(), true)`
    public long by(String execution) throws SQLException {
        run("begin");
        try (var statement = session.createStatement();
                var rows = statement.executeQuery("explain (analyze, timing off, format json) execute " + execution)) {
            rows.next();
            return read(JsonMapper.shared()
                    .readTree(Objects.requireNonNull(rows.getString(1)))
                    .path(0)
                    .path("Plan"));
        } finally {
            run("rollback");
        }
    }

    private static long read(JsonNode node) {
        double read = 0;
        if (node.has("Relation Name") && !node.path("Node Type").asString("").equals("ModifyTable")) {
            read = (node.path("Actual Rows").asDouble(0)
                            + node.path("Rows Removed by Filter").asDouble(0)
                            + node.path("Rows Removed by Index Recheck").asDouble(0))
                    * node.path("Actual Loops").asDouble(0);
        }
        long below = 0;
        for (JsonNode it : node.path("Plans")) {
            below += read(it);
        }
        return Math.round(read) + below;
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
