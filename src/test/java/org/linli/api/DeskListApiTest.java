package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.LinliTest;
import org.linli.keys.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// Programs narrow the list of cases as the desk, the board and a building's page do.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class DeskListApiTest extends WithPrograms {

    private static final String CASES = "/api/v1/cases";

    @Autowired
    DatabaseClient database;

    @Test
    void whatIsPressingIsListedAlone() {
        String ordinary = opened("b1");
        String urgent = opened("b2");
        change("priority = 'URGENT'", urgent);

        assertThat(listed("?priority=urgent")).contains(urgent).doesNotContain(ordinary);
        assertThat(listed("?priority=emergency")).doesNotContain(urgent, ordinary);
    }

    @Test
    void whatAProgramHasInHandIsItsOwn() {
        String other = opened("b3");
        String mine = opened("b4");
        long version = program.get(CASES + "/" + mine).body().path("version").asLong();
        program.post(CASES + "/" + mine + "/acts", "{\"act\":\"accept\",\"version\":" + version + "}");
        change("passed = 2", other);

        assertThat(listed("?whose=mine")).containsExactly(mine);
        assertThat(listed("?whose=handed-on")).contains(other).doesNotContain(mine);
        assertThat(program(EnumSet.of(Scope.CASES_READ), "property")
                        .get(CASES + "?whose=told")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsOpenInABuildingIsCountedAndListed() {
        var before = open("b6");
        String here = opened("b6");
        String elsewhere = opened("b5");
        String unit = program.get(CASES + "/" + here).body().at("/unit/id").asString();

        fieldsOf("OpenAtPlace", open("b6"));
        assertThat(open("b6").path("open").asLong())
                .isEqualTo(before.path("open").asLong() + 1);
        assertThat(open("b6").path("late")).isEqualTo(before.path("late"));
        assertThat(listed("?place=b6")).contains(here).doesNotContain(elsewhere);
        assertThat(listed("?place=b6&state=in-progress")).doesNotContain(here);
        change("due_at = now() - interval '1 minute'", here);
        assertThat(open("b6").path("late").asLong())
                .isEqualTo(before.path("late").asLong() + 1);
        assertThat(unit).isNotEqualTo("property");
        assertThat(program(EnumSet.of(Scope.CASES_READ), "property")
                        .get(CASES + "?place=b6")
                        .body()
                        .toString())
                .as("a unit's key counts and lists its own")
                .doesNotContain(here);
    }

    @Test
    void theColumnsOfTheBoardAreStatesToo() {
        String here = opened("b1");
        change("state = 'ASSIGNED'", here);

        assertThat(listed("?place=b1&state=to-accept")).contains(here);
        assertThat(listed("?place=b1&state=to-place")).doesNotContain(here);
    }

    @ParameterizedTest
    @CsvSource({
        "priority=ordinary, priority",
        "whose=theirs, whose",
        "place=nowhere, place",
        "place=b3-2-501, place",
        "place=b6&state=all, state",
        "place=b6&state=closed, state"
    })
    void whatNarrowsNothingIsAWrongField(String asked, String field) {
        assertThat(program.get(CASES + "?" + asked).text("field")).isEqualTo(field);
    }

    private List<String> listed(String asked) {
        return program.get(CASES + asked)
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("number").asString())
                .toList();
    }

    private JsonNode open(String place) {
        return program.get(CASES + "/by-place")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(place))
                .findFirst()
                .orElseThrow();
    }

    /// First in every list. Of another place for each test: what is alike is joined.
    private String opened(String place) {
        String number =
                program.post(CASES, """
            {"label":"suggest","place":"%s","words":"想法 %s","way":"visit"}""".formatted(place, UUID.randomUUID())).text("number");
        change("due_at = now() + interval '1 minute'", number);
        return number;
    }

    private void change(String to, String number) {
        completed(database.sql("update cases.cases set " + to + " where community_id = 'lm' and number = $1")
                .bind(0, number)
                .then());
    }
}
