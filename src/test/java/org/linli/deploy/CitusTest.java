package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.LinliTest;
import org.linli.Results;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;

/// What Citus is known to refuse (<https://docs.citusdata.com/en/stable/develop/reference_workarounds.html>), held
/// against the
/// catalogue and against each statement that stands whole in the sources. Citus itself was not asked: it is not to be
/// had
/// here.
@LinliTest
class CitusTest {

    private static final Path REFUSED = Path.of("deploy/citus/refused.csv");

    /// "SELECT … FOR UPDATE work in single-shard queries only", and the same of these; a shard holds whole communities.
    private static final Pattern ROW_LOCK = Pattern.compile("for (no key )?update|for (key )?share");

    private static final Pattern ONE_SHARD = Pattern.compile("with recursive|grouping sets|tablesample");

    /// "Functions used in UPDATE queries on distributed tables must not be VOLATILE".
    private static final Pattern VOLATILE = Pattern.compile(
            "(?:random|clock_timestamp|timeofday|gen_random_uuid|nextval|pg_(?:try_)?advisory\\w+|pg_notify)\\(");

    private static final Pattern UPDATES = Pattern.compile("(?:^|[(] ?|as )(?:update|delete from) \\w+\\.\\w+");

    /// "Subqueries within INSERT queries are not supported": among values, not in their place.
    private static final Pattern AMONG_VALUES = Pattern.compile("values ?\\((?:[^()]|\\([^()]*\\))*\\(\\s*select ");

    @Autowired
    DatabaseClient database;

    @Value("${linli.database-url}")
    String url;

    @Test
    @Timeout(300)
    void eachStatementThatCitusWouldRefuseIsSaid() throws IOException, SQLException {
        var explain = new Explain(url);
        var spread = explain.spread();
        var found = new TreeSet<String>();
        for (var it : SourceStatements.all()) {
            var plan = explain.of(it.sql());
            var across = plan == null ? Set.<String>of() : plan.across(spread);
            for (String rule : rules(it.sql(), !across.isEmpty())) {
                found.add("%s,%s,%s".formatted(it.by(), String.join(" ", across), rule));
            }
        }

        assertThat(found)
                .as("each has a line with its consequence in %s, and each line has a statement", REFUSED)
                .containsExactlyInAnyOrderElementsOf(said());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select number from cases.cases where is_open for update skip locked | true | row lock",
                "select number from cases.cases where community_id = $1 for update | false | ''",
                "with recursive a as (select 1) select * from cases.cases | true | one shard",
                "update cases.cases set version = version + random() where community_id = $1 | false | volatile",
                "select random() | false | ''",
                "with a as (delete from cases.cases where number < gen_random_uuid()::text returning *) select * from a | false | volatile",
                "insert into cases.cases (number) values ((select max(number) from cases.cases)) | false | subquery among values",
                "insert into cases.cases (number) select max(number) from cases.cases | false | ''"
            })
    void whatCitusRefusesIsSeen(String sql, boolean across, String rule) {
        assertThat(String.join(" ", rules(sql, across))).isEqualTo(rule);
    }

    /// Rows that belong together lie together: a foreign key of a spread table has the community at the same place on
    /// both sides, or leads to a table that every machine has whole. None leads from such a one to a spread one.
    @Test
    void foreignKeysStayWithinACommunity() {
        assertThat(names("""
                select conrelid::regclass || ' ' || conname from pg_constraint k
                where contype = 'f' and confrelid in (select attrelid from pg_attribute where attname = 'community_id')
                  and not exists (
                    select from generate_subscripts(conkey, 1) i
                    join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[i]
                    join pg_attribute b on b.attrelid = confrelid and b.attnum = confkey[i]
                    where a.attname = 'community_id' and b.attname = 'community_id')""")).isEmpty();
        assertThat(names("select conname from pg_constraint where contype = 'f'"))
                .isNotEmpty();
    }

    /// Citus makes triggers where it is asked to, whatever they do; neither rules nor exclusions on spread tables, nor
    /// lets a sequence be shared by nodes
    /// that
    /// is smaller than a bigint.
    @Test
    void noTableHasWhatCannotBeSpread() {
        String ours = "nspname not in ('pg_catalog', 'information_schema', 'public', 'pg_toast')";
        String of = " join pg_class c on c.oid = %s join pg_namespace n on n.oid = c.relnamespace where " + ours;
        assertThat(names("select distinct p.prosrc from pg_trigger join pg_proc p on p.oid = tgfoid"
                        + of.formatted("tgrelid") + " and not tgisinternal"))
                .as("what triggers do stays within their row, as `citus.enable_unsafe_triggers` asks for")
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.toLowerCase(Locale.ROOT).replaceAll("'[^']*'", ""))
                        .doesNotContainPattern("\\b(select|insert|update|delete|perform|execute|call|notify)\\b"));
        assertThat(names("select rulename from pg_rewrite" + of.formatted("ev_class") + " and c.relkind <> 'v'"))
                .as("rules")
                .isEmpty();
        assertThat(names("select conname from pg_constraint" + of.formatted("conrelid") + " and contype = 'x'"))
                .as("exclusions")
                .isEmpty();
        assertThat(names("select c.relname from pg_sequence" + of.formatted("seqrelid")
                        + " and seqtypid <> 'bigint'::regtype"))
                .as("small sequences")
                .isEmpty();
        assertThat(names("select c.relname from pg_partitioned_table" + of.formatted("partrelid")))
                .as("partitions")
                .isEmpty();
    }

    private static List<String> rules(String sql, boolean across) {
        String plain = sql.toLowerCase(Locale.ROOT);
        var rules = new ArrayList<String>();
        if (across && ROW_LOCK.matcher(plain).find()) {
            rules.add("row lock");
        }
        if (across && ONE_SHARD.matcher(plain).find()) {
            rules.add("one shard");
        }
        if (UPDATES.matcher(plain).find() && VOLATILE.matcher(plain).find()) {
            rules.add("volatile");
        }
        if (AMONG_VALUES.matcher(plain).find()) {
            rules.add("subquery among values");
        }
        return rules;
    }

    private Set<String> names(String query) {
        return Results.result(database.sql(query).mapValue(String.class).all().collect(Collectors.toSet()));
    }

    private static Set<String> said() throws IOException {
        return Files.readAllLines(REFUSED).stream()
                .skip(1)
                .map(it -> it.split(",", 4))
                .map(it -> String.join(",", it[0], it[1], it[2]))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
