package org.linli.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.deploy.Statements.Said;

/// What Citus is known to refuse in a statement
/// (<https://docs.citusdata.com/en/stable/develop/reference_workarounds.html>). Citus itself was not asked: it is not
/// to be had here.
final class CitusRules {

    private static final Path STATEMENTS = Path.of("deploy/citus/spread.sql");
    private static final Pattern WHOLE = Pattern.compile("nspname in \\(([^)]+)\\)");

    /// "SELECT … FOR UPDATE work in single-shard queries only", and the same of these; a shard holds whole communities.
    private static final Pattern ROW_LOCK = Pattern.compile("for (no key )?update|for (key )?share");

    private static final Pattern ONE_SHARD = Pattern.compile("with recursive|grouping sets|tablesample");

    /// "Functions used in UPDATE queries on distributed tables must not be VOLATILE".
    private static final Pattern VOLATILE = Pattern.compile(
            "(?:random|clock_timestamp|timeofday|gen_random_uuid|nextval|pg_(?:try_)?advisory\\w+|pg_notify)\\(");

    private static final Pattern UPDATES = Pattern.compile("(?:^|[(] ?|as )(?:update|delete from) \\w+\\.\\w+");

    /// "Subqueries within INSERT queries are not supported": among values, not in their place.
    private static final Pattern AMONG_VALUES = Pattern.compile("values ?\\((?:[^()]|\\([^()]*\\))*\\(\\s*select ");

    private static final Pattern SCHEMA = Pattern.compile("\\b(\\w+)\\.\\w+");

    private final Explain explain;
    private final Set<String> queues;
    private final Set<String> spread;

    CitusRules(Explain explain) throws SQLException, IOException {
        this.explain = explain;
        this.queues = queues();
        this.spread = explain.spread().stream()
                .filter(it -> !queues.contains(schema(it)))
                .collect(Collectors.toSet());
    }

    /// The schemas that lie on one machine: whatever runs there alone may do what PostgreSQL can.
    static Set<String> queues() throws IOException {
        var whole = WHOLE.matcher(Files.readString(STATEMENTS));
        if (!whole.find()) {
            throw new IllegalStateException(STATEMENTS + " names no queues");
        }
        return Set.of(whole.group(1).replaceAll("[' ]", "").split(","));
    }

    /// `by,tables,rule` of each that it would refuse.
    Set<String> broken(Set<Said> statements) throws SQLException {
        var broken = new TreeSet<String>();
        for (var it : statements) {
            var plan = explain.of(it.sql());
            for (String rule : broken(it.sql(), plan)) {
                broken.add("%s,%s,%s".formatted(it.by(), String.join(" ", tables(it.sql(), plan)), rule));
            }
        }
        return broken;
    }

    /// Which rules it breaks.
    List<String> broken(String sql) throws SQLException {
        return broken(sql, explain.of(sql));
    }

    private List<String> broken(String sql, @Nullable Plan plan) {
        String plain = sql.toLowerCase(Locale.ROOT);
        boolean isOfSeveral = !tables(sql, plan).isEmpty();
        var rules = new ArrayList<String>();
        if (isOfSeveral && ROW_LOCK.matcher(plain).find()) {
            rules.add("row lock");
        }
        if (isOfSeveral && ONE_SHARD.matcher(plain).find()) {
            rules.add("one shard");
        }
        if (UPDATES.matcher(plain).find() && VOLATILE.matcher(plain).find()) {
            rules.add("volatile");
        }
        if (AMONG_VALUES.matcher(plain).find()) {
            rules.add("subquery among values");
        }
        if (isOfQueues(plain) && spread.stream().anyMatch(it -> names(plain, it))) {
            rules.add("queue beside spread");
        }
        return rules;
    }

    private boolean isOfQueues(String plain) {
        return SCHEMA.matcher(plain).results().anyMatch(it -> queues.contains(it.group(1)));
    }

    private static boolean names(String plain, String table) {
        return Pattern.compile("\\b" + Pattern.quote(table) + "\\b")
                .matcher(plain)
                .find();
    }

    static String schema(String table) {
        return table.substring(0, table.indexOf('.'));
    }

    /// Those of which it reads several communities, be they handed in.
    private Set<String> tables(String sql, @Nullable Plan plan) {
        return plan == null ? Explain.unplanned(sql, spread) : plan.several(spread);
    }
}
