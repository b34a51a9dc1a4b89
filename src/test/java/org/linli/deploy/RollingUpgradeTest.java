package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// While replicas are replaced one after the other, the version before runs on the schemas of the new one. So what has
/// changed in them since the last release (`deploy/released.csv`) only adds; what is to go, goes in two steps.
class RollingUpgradeTest {

    private static final Path RELEASED = Path.of("deploy/released.csv");

    private static final String HOW = """
            %s: %s.
            A replica of the version before still runs on it. Do it in two steps: now let the program do without it \
            (a new column beside the old one that is filled from both, a default, `not valid`), release, write the new \
            versions into deploy/released.csv; then take the old away in a migration that says \
            `-- second step of V%d: …` and names the first.""";

    @Test
    void whatChangedSinceTheLastReleaseLeavesTheVersionBeforeRunning() throws IOException {
        var released = released();
        var since = Migration.all().stream()
                .filter(it -> it.version() > released.getOrDefault(it.schema(), 0))
                .toList();
        var fresh = since.stream().flatMap(it -> it.made().stream()).collect(Collectors.toSet());
        var soft = new SoftAssertions();
        for (Migration migration : since) {
            int first = migration.secondStepOf();
            if (first == 0 || first > released.getOrDefault(migration.schema(), 0)) {
                migration
                        .contractions(fresh)
                        .forEach(it -> soft.fail(HOW.formatted(migration, it, migration.version())));
            }
        }
        soft.assertAll();
    }

    /// A schema that is new has no line.
    @Test
    void theLastReleaseIsOneThatThereWas() throws IOException {
        var there = Migration.all().stream().map(Migration::toString).collect(Collectors.toSet());

        assertThat(released().entrySet())
                .allSatisfy(it -> assertThat(there).contains(it.getKey() + " V" + it.getValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table cases.steps;",
                "alter table cases.steps drop column words;",
                "alter table cases.steps drop words;",
                "alter table cases.steps add size int, drop if exists words;",
                "alter table cases.steps\n    rename column words to said;",
                "alter table cases.steps alter column amount type text using amount::text;",
                "alter table cases.steps alter column amount set not null;",
                "alter table cases.steps add column colour text not null;",
                "alter table cases.steps\n    -- what it was\n    add column colour text not null check (colour <> '');",
                "alter table cases.steps add column colour text not null, add column size int not null default 0;",
                "alter table cases.steps add column cost numeric(10,2) not null;",
                "alter table cases.steps add cost numeric(10, 2) check (cost in (1, 2)) not null, add size int default 0;",
                "alter table cases.steps alter amount type numeric(10,2);",
                "alter table cases.steps add constraint few check (amount < 9);",
                "alter table cases.steps alter column amount drop default;",
                "create unique index once on cases.steps (words);",
                "truncate cases.steps;"
            })
    void whatTheVersionBeforeCannotLiveWithIsFound(String sql) {
        assertThat(migration(sql).contractions(Set.of())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table cases.colours (id text primary key, name text not null unique);",
                "alter table cases.steps add column colour text;",
                "alter table cases.steps add column colour text not null default '';",
                "alter table cases.steps add column cost numeric(10,2) not null default 0;",
                "alter table cases.steps add cost numeric(10,2) default 0 not null, add size int;",
                "alter table cases.steps alter column words drop not null;",
                "alter table cases.steps drop constraint few;",
                "create index steps_by_words on cases.steps (words);",
                "drop index cases.steps_by_words;",
                "-- drop table cases.steps; rename\nselect 1;"
            })
    void whatOnlyAddsIsNot(String sql) {
        assertThat(migration(sql).contractions(Set.of())).isEmpty();
    }

    @Test
    void nobodyKnowsATableThatIsAsNew() {
        var made = migration("create table cases.colours (id text);\ncreate unique index one on cases.colours (id);");

        assertThat(made.contractions(made.made())).isEmpty();
        assertThat(made.contractions(Set.of())).hasSize(1);
    }

    @Test
    void aSecondStepNamesItsFirst() {
        assertThat(migration("-- second step of V21: nobody reads it\ndrop table cases.steps;")
                        .secondStepOf())
                .isEqualTo(21);
        assertThat(migration("-- second step of V21:\ndrop table cases.steps;").secondStepOf())
                .isZero();
    }

    private static Migration migration(String sql) {
        return new Migration("cases", 99, sql);
    }

    private static Map<String, Integer> released() throws IOException {
        List<String> lines = Files.readAllLines(RELEASED);
        return lines.stream()
                .skip(1)
                .map(it -> it.split(","))
                .collect(Collectors.toMap(it -> it[0], it -> Integer.parseInt(it[1])));
    }
}
