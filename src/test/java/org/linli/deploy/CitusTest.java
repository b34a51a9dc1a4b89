package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.LinliTest;
import org.linli.Results;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;

/// What Citus is known to refuse, held against the catalogue; [AcrossTest] holds it against statements.
@LinliTest
class CitusTest {

    @Autowired
    DatabaseClient database;

    @Value("${linli.database-url}")
    String url;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select number from cases.cases where is_open for update skip locked | row lock",
                "select number from cases.cases where community_id = $1 for update | ''",
                "select number from cases.cases where community_id = 'lm' for update | ''",
                "select number from cases.cases where community_id = any($1::text[]) for update | row lock",
                "select c.number from cases.cases c join unnest($1::text[], $2::text[]) as it(community_id, number) on c.community_id = it.community_id and c.number = it.number for update of c | row lock",
                "with due as materialized (select number from cases.clocks where community_id = $1 and number = any($2) for update skip locked) update cases.cases c set version = 1 from due where c.community_id = $1 and c.number = due.number | ''",
                "with due as materialized (select community_id, number from cases.clocks where community_id = $1 for update) update cases.cases c set version = 1 from due where c.community_id = due.community_id and c.number = due.number | row lock",
                "with recursive a as (select 1) select * from cases.cases | one shard",
                "update cases.cases set version = version + random() where community_id = $1 | volatile",
                "select random() | ''",
                "with a as (delete from cases.cases where number < gen_random_uuid()::text returning *) select * from a | volatile",
                "insert into cases.cases (number) values ((select max(number) from cases.cases)) | subquery among values",
                "insert into cases.cases (number) select max(number) from cases.cases | ''",
                "select id from inbox.arrivals where state = 'waiting' for update skip locked | ''",
                "with recursive a as (select 1) select * from outbox.letters | ''",
                "select * from outbox.letters where community_id = $1 and key = (select number from cases.cases where community_id = $1) | queue beside spread"
            })
    void whatCitusRefusesIsSeen(String sql, String rule) throws SQLException, IOException {
        assertThat(String.join(" ", new CitusRules(new Explain(url)).broken(sql)))
                .isEqualTo(rule);
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

    /// A queue lies on one machine and what is spread on several: no foreign key leads from the one to the other.
    @Test
    void queuesStandByThemselves() throws IOException {
        var queues = CitusRules.queues();
        String leads = "select conrelid::regclass || ' ' || confrelid::regclass from pg_constraint where contype = 'f'";

        assertThat(names(leads))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(Stream.of(it.split(" "))
                                .map(CitusRules::schema)
                                .map(queues::contains)
                                .distinct())
                        .hasSize(1));
    }

    /// Citus makes triggers where it is asked to, whatever they do; neither rules nor exclusions on spread tables, nor
    /// lets a sequence be shared by nodes that is smaller than a bigint.
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

    private Set<String> names(String query) {
        return Results.result(database.sql(query).mapValue(String.class).all().collect(Collectors.toSet()));
    }
}
