package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeskQueryTest {

    private static final Sight EVERYTHING = new Sight(Sunshine.ID, true, "desk", Set.of(), "zhao");
    private static final Sight PROPERTY = new Sight(Sunshine.ID, false, "property", Set.of(), "wang");

    @Test
    void whatDoesNotMatterIsNotAsked() {
        assertThat(where(EVERYTHING, DeskFilter.OPEN)).isEqualTo("c.community_id = :community and c.is_open");
        assertThat(where(EVERYTHING, DeskFilter.OPEN.in("all"))).isEqualTo("c.community_id = :community");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "open, c.is_open",
        "whatever, c.is_open",
        "waiting, c.state = :state",
        "RESOLVED, c.state = :state",
        "to-accept, c.is_open and c.state = any(:states)",
        "to-place, c.is_open and c.state = any(:states)"
    })
    void aStateAColumnOfTheBoardOrWhatIsOpen(String state, String condition) {
        assertThat(where(EVERYTHING, DeskFilter.of(state, "", "", false, "")))
                .isEqualTo("c.community_id = :community and " + condition);
    }

    @Test
    void aUnitSeesItsOwnCasesAndThoseItWasToldOf() {
        var query = DeskQuery.of(PROPERTY, DeskFilter.OPEN.whose("mine"), Sunshine.NINE);

        assertThat(query.from()).contains("unit = :sight", "cases.told").doesNotContain("places");
        assertThat(query.values()).containsEntry("sight", "property").containsEntry("told", "property");
    }

    @Test
    void aGridWorkerSeesTheGridAsWell() {
        var grid = new Sight(Sunshine.ID, false, "grid1", Set.of("b3"), "li");

        assertThat(DeskQuery.seen(grid).from()).contains("unit = :sight or spot = any(:places)");
        assertThat(DeskQuery.seen(grid).values()).containsKeys("sight", "told", "places");
    }

    @Test
    void oneCharacterAloneIsFoundByTheIndexToo() {
        assertThat(where(EVERYTHING, DeskFilter.of("all", "", "", false, "灯")))
                .contains("grams", "ilike")
                .doesNotContain("pairs");
        assertThat(where(EVERYTHING, DeskFilter.of("all", "", "", false, "电梯"))).contains("grams", "pairs", "ilike");
    }

    @ParameterizedTest
    @ValueSource(strings = {"everybody", "", " ", "mine' or true"})
    void whoseverItIsUnlessItIsOneOfThree(String whose) {
        assertThat(DeskFilter.OPEN.whose(whose)).isEqualTo(DeskFilter.OPEN);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ':',
            quoteCharacter = '"',
            value = {
                "urgent: c.is_open and c.priority <> 'ORDINARY'",
                "emergency: c.is_open and c.priority <> 'ORDINARY' and c.priority = 'EMERGENCY'",
                "ordinary: c.is_open",
                "mine' or true: c.is_open"
            })
    void whatPresses(String priority, String condition) {
        assertThat(where(EVERYTHING, DeskFilter.OPEN.pressing(priority)))
                .isEqualTo("c.community_id = :community and " + condition);
    }

    @Test
    void mineIsWhatIAccepted() {
        var query = DeskQuery.of(EVERYTHING, DeskFilter.OPEN.whose("mine"), Sunshine.NINE);

        assertThat(query.where()).endsWith("c.assignee = :me");
        assertThat(query.values()).containsEntry("me", "zhao");
    }

    private static String where(Sight sight, DeskFilter filter) {
        return String.join(" and ", DeskQuery.of(sight, filter, Sunshine.NINE).conditions());
    }
}
