package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// The index of cases knows each character and each two side by side, however the database puts them together.
@LinliTest
class CharactersOfCasesTest {

    /// As it was first written down (`V11`): plain, and six times as slow.
    private static final String PLAIN = """
            select coalesce(array_agg(distinct substr(lower(words), i, n)), '{}')
            from generate_series(1, length(words)) i, generate_series(1, 2) n
            """;

    @Autowired
    DatabaseClient database;

    @ParameterizedTest
    @ValueSource(
            strings = {"", "灯", "灯坏", "灯坏了", "3栋2单元 电梯又停了，老人下不了楼 LC-2026-000123", "ABba aBAB", "一行\n又一行", "  ", "👍好的👍"
            })
    void eachCharacterAndEachTwoSideBySideAreKnown(String words) {
        var same = database.sql("""
                        select (select array_agg(distinct it order by it) from unnest(cases.grams(words)) it)
                               is not distinct from
                               (select array_agg(distinct it order by it) from unnest((%s)) it) as same
                        from (select cast($1 as text) as words) said""".formatted(PLAIN))
                .bind("$1", words)
                .map(row -> Boolean.TRUE.equals(row.get("same", Boolean.class)))
                .one();

        assertThat(result(same)).isTrue();
    }
}
