package org.linli.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Asks PostgreSQL how it would do a statement, whatever its parameters are.
final class Explain {

    private static final Pattern NAMED = Pattern.compile("(?<![:\\w]):([a-z_]\\w*)");

    private static final Pattern OF_ONE =
            Pattern.compile("community_id = ([$:']|any\\()|^insert into .* (select|values \\() ?\\$1,");

    private static final String SPREAD = """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.relname <> 'flyway_schema_history'
              and n.nspname not in ('pg_catalog', 'information_schema', 'public')
              and exists (select from pg_attribute a
                where a.attrelid = c.oid and a.attname = 'community_id' and not a.attisdropped)""";

    /// One way of joining, whatever the statistics say of tables that happen to be small: by looking up in an index.
    private static final String ONE_WAY =
            "-c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off -c enable_bitmapscan=off";

    private final String url;

    /// @param database as `LINLI_DATABASE_URL` has it
    Explain(String database) {
        var parts = Pattern.compile("postgresql://(\\w+)@(.+)").matcher(database);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no database of a test");
        }
        this.url = "jdbc:postgresql://%s?user=%s&preferQueryMode=simple&options=%s"
                .formatted(
                        parts.group(2),
                        parts.group(1),
                        URLEncoder.encode(ONE_WAY, UTF_8).replace("+", "%20"));
    }

    /// The tables that hold a community's rows.
    Set<String> spread() throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var rows = connection.createStatement().executeQuery(SPREAD)) {
            var tables = new TreeSet<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    /// `null` where it says nothing without the types of what is handed in.
    @Nullable
    Plan of(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("explain (generic_plan, verbose, format json) " + numbered(sql))) {
            rows.next();
            return Plan.of(JsonMapper.shared().readTree(Objects.requireNonNull(rows.getString(1))));
        } catch (SQLException refused) {
            if (refused.getSQLState().startsWith("42")) {
                return null;
            }
            throw refused;
        }
    }

    /// What it reads over communities where PostgreSQL cannot plan it without the types of what is handed in: the text
    /// has to do.
    static Set<String> unplanned(String sql, Set<String> spread) {
        boolean concerned = spread.stream().anyMatch(sql::contains);
        return !concerned || OF_ONE.matcher(sql).find() ? Set.of() : Set.of("(unplanned)");
    }

    /// With `$1` for `:name`.
    private static String numbered(String sql) {
        var names = new LinkedHashMap<String, Integer>();
        return NAMED.matcher(sql)
                .replaceAll(it -> "\\$" + names.computeIfAbsent(it.group(1), _ -> names.size() + 1))
                .replaceAll("cardinality\\((\\$\\d+)\\)", "cardinality($1::text[])");
    }
}
