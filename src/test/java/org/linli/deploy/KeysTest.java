package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// Rows can be spread over machines by their community, where every key of their table begins with it. Of each other
/// table, `deploy/citus/spread.sql` says why. Of every table, `deploy/security/personal.csv` says what it holds of
/// people, how long, and what forgets it.
@LinliTest
class KeysTest {

    private static final Path STATEMENTS = Path.of("deploy/citus/spread.sql");

    private static final String TABLES = """
            select n.nspname || '.' || c.relname as name
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.relname <> 'flyway_schema_history'
              and n.nspname not in ('pg_catalog', 'information_schema', 'public')
            """;

    /// All keys begin with it, and there is one.
    private static final String SPREADABLE = TABLES + """
              and (select bool_and(i.indkey[0] <> 0 and a.attname is not distinct from 'community_id')
                   from pg_index i left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                   where i.indrelid = c.oid and i.indisunique)
            """;

    private static final Path PERSONAL = Path.of("deploy/security/personal.csv");
    private static final Path SOURCES = Path.of("src/main/java/org/linli");

    /// @param level of protection, see `deploy/security/RULES.md`; empty where nothing is held
    /// @param open  why a table of the highest level is not sealed; empty where it is, and for all others
    private record Personal(String table, String holds, String kept, String forgottenBy, String level, String open) {

        static Personal of(String line) {
            String[] cells = line.split(",", -1);
            return new Personal(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        }

        boolean isForgotten() {
            return !kept.isEmpty() && !kept.equals("for ever");
        }
    }

    @Autowired
    DatabaseClient database;

    @Autowired
    List<KeepsSealed> sealed;

    @Test
    void everyKeyBeginsWithTheCommunityOrTheReasonIsSaid() throws IOException {
        var unsaid = names(TABLES);
        unsaid.removeAll(names(SPREADABLE));
        unsaid.removeAll(found("(?m)^-- (\\w+\\.\\w+): \\S"));

        assertThat(unsaid)
                .as("tables whose keys do not begin with community_id")
                .isEmpty();
    }

    @Test
    void nothingIsExcusedThatNeedsNoExcuse() throws IOException {
        assertThat(found("(?m)^-- (\\w+\\.\\w+): \\S"))
                .isSubsetOf(names(TABLES))
                .doesNotContainAnyElementsOf(names(SPREADABLE));
    }

    @Test
    void everyTableSaysWhatItHoldsOfPeopleAndHowLong() throws IOException {
        assertThat(personal())
                .as("each table has a line in %s", PERSONAL)
                .extracting(Personal::table)
                .containsExactlyInAnyOrderElementsOf(names(TABLES));
        assertThat(personal())
                .allMatch(it -> it.holds().equals("nothing") || !it.kept().isEmpty());
    }

    @Test
    void everyTableThatHoldsSomethingOfPeopleHasALevelOfProtection() throws IOException {
        assertThat(personal())
                .allSatisfy(it ->
                        assertThat(it.level()).as(it.table()).matches(it.holds().equals("nothing") ? "" : "[123]"));
    }

    @Test
    void whatIsOfTheHighestLevelIsSealedOrTheReasonIsSaid() throws IOException {
        var tables = sealed.stream()
                .flatMap(it -> it.sealed().stream())
                .map(SealedColumn::table)
                .collect(Collectors.toSet());

        assertThat(personal()).filteredOn(it -> !it.level().isEmpty()).allSatisfy(it -> {
            boolean isSealed = tables.contains(it.table());
            assertThat(it.level().equals("3"))
                    .as("%s: level 3", it.table())
                    .isEqualTo(isSealed || !it.open().isEmpty());
            assertThat(isSealed && !it.open().isEmpty())
                    .as("%s: sealed, and a reason why not", it.table())
                    .isFalse();
        });
    }

    @Test
    void whatForgetsIsThereAndDeletes() throws IOException {
        var sources = sources();

        assertThat(personal().stream().filter(Personal::isForgotten).toList())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(sources.getOrDefault(it.forgottenBy(), ""))
                        .as("%s, which forgets %s", it.forgottenBy(), it.table())
                        .containsPattern(forgetting(it.table())));
    }

    /// Of this very table; one whose name is put together is said by its bare name.
    private static String forgetting(String table) {
        String schema = table.substring(0, table.indexOf('.') + 1);
        String bare = table.substring(schema.length());
        return "(?:delete from |update |Old\\.deleted\\(\\s*\")%s\\b|(?s)forget\\(\"%s\".*\"delete from %s%%"
                .formatted(Pattern.quote(table), bare, Pattern.quote(schema));
    }

    private static List<Personal> personal() throws IOException {
        return Files.readAllLines(PERSONAL).stream().skip(1).map(Personal::of).toList();
    }

    /// By the name of the class. Two of one name are read as one.
    private static Map<String, String> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(it -> it.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            it -> it.getFileName().toString().replace(".java", ""), KeysTest::read, String::concat));
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Set<String> names(String query) {
        return database.sql(query)
                .map(row -> Objects.requireNonNull(row.get("name", String.class)))
                .all()
                .collect(Collectors.toCollection(TreeSet::new))
                .blockOptional()
                .orElseThrow();
    }

    private static Set<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(STATEMENTS))
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
