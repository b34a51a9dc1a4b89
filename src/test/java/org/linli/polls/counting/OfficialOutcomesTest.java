package org.linli.polls.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.polls.counting.PublishedElections.json;
import static org.linli.polls.counting.PublishedElections.read;
import static org.linli.polls.counting.PublishedElections.strings;
import static org.linli.polls.counting.PublishedElections.winners;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// What cities decided, decided again.
class OfficialOutcomesTest {

    @TestFactory
    Stream<DynamicTest> citiesThatTookTheMostWanted() {
        PublishedElections.orSkip();
        return json("official_greedy.json")
                .valueStream()
                .map(it -> DynamicTest.dynamicTest(it.path("instance").asString(), () -> assertOfficial(it)));
    }

    private static void assertOfficial(JsonNode official) {
        var election = read("elections", official.path("instance").asString());
        var rule = Rule.named(official.path("rule").asString()).orElseThrow();
        var settings = Settings.usual(election).breaking(new TieOrder(List.of(TieOrder.Criterion.Known.LIST)));
        assertThat(winners(election, rule.count(election, settings)))
                .containsExactlyInAnyOrderElementsOf(strings(official.path("winners")));
    }

    @Test
    void wieliczkaSharedEqually() {
        PublishedElections.orSkip();
        var election = read("elections", "Poland_Wieliczka_2023_Green_Budget.pb");
        var outcome = Rule.EQUAL_SHARES.count(election, shares(true));

        assertThat(outcome.winners()).hasSize(30);
        assertThat(winners(election, outcome))
                .containsExactlyInAnyOrderElementsOf(selected("Poland_Wieliczka_2023_Green_Budget.pb"));
        assertThat(outcome.cost(election)).isEqualTo(995_079);
        assertThat(outcome.endowment()).isEqualTo("315/1");
    }

    @Test
    void swiecieSharedEquallyAmongWhatEnoughPeopleWanted() {
        PublishedElections.orSkip();
        var read = read("elections", "Poland_Swiecie_2023.pb");
        var election = read.without(tooFewVotes(read));
        var outcome = Rule.EQUAL_SHARES.count(election, shares(false));

        assertThat(outcome.winners()).hasSize(17);
        assertThat(winners(election, outcome)).containsExactlyInAnyOrderElementsOf(selected("Poland_Swiecie_2023.pb"));
        assertThat(outcome.cost(election)).isEqualTo(1_040_337);
        assertThat(outcome.endowment()).isEqualTo("662/1");
    }

    @Test
    void assenSharedEqually() {
        PublishedElections.orSkip();
        var election = read("elections", "Netherlands_Assen_2024.pb");
        var outcome = Rule.EQUAL_SHARES.count(election, shares(false));

        assertThat(outcome.winners()).hasSize(9);
        assertThat(winners(election, outcome))
                .containsExactlyInAnyOrderElementsOf(selected("Netherlands_Assen_2024.pb"));
        assertThat(outcome.cost(election)).isEqualTo(76_700);
        assertThat(outcome.endowment()).isEqualTo("2033/1");
    }

    /// Whom the city has chosen, as its file says.
    private static List<String> selected(String name) {
        var rows = PublishedElections.lines("elections", name);
        int projects = rows.indexOf("PROJECTS");
        var columns = List.of(rows.get(projects + 1).split(";", -1));
        return rows.subList(projects + 2, rows.indexOf("VOTES")).stream()
                .map(it -> it.split(";", -1))
                .filter(it -> it[columns.indexOf("selected")].equals("1"))
                .map(it -> it[0])
                .toList();
    }

    private static Settings shares(boolean comparison) {
        return new Settings(Utility.COST, Completion.ADD1, Settings.Start.FLOOR, false, comparison, 1, TieOrder.USUAL);
    }

    private static Set<Integer> tooFewVotes(Election election) {
        long[] votes = Backers.of(election, Utility.COST).votes();
        return IntStream.range(0, votes.length)
                .filter(it -> 3.0 * votes[it] / election.voters()
                        < (double) election.projects().get(it).cost() / 1_070_000)
                .boxed()
                .collect(Collectors.toCollection(HashSet::new));
    }
}
