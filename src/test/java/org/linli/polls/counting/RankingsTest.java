package org.linli.polls.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Small counts of rankings that can be followed by hand, and two that stand in every textbook.
class RankingsTest {

    /// Where the capital of Tennessee should be: Memphis, Nashville, Chattanooga or Knoxville.
    @ParameterizedTest
    @CsvSource({
        "BORDA, N C M K",
        "COPELAND, N C K M",
        "MINIMAX, N M C K",
        "SCHULZE, N C K M",
        "RANKED_PAIRS, N C K M",
        "RANKED_PAIRS_MARGIN, N C K M",
        "IRV, K M N C"
    })
    void theCapitalOfTennessee(Rule rule, String expected) {
        var vote = election(true, "42: M N C K", "26: N C K M", "15: C K N M", "17: K C N M");
        assertThat(ranking(rule, vote)).isEqualTo(expected);
    }

    /// The example of Schulze's paper.
    @Test
    void schulzesOwnExample() {
        var vote = election(
                true,
                "5: A C B E D",
                "5: A D E C B",
                "8: B E D A C",
                "3: C A B E D",
                "7: C A E B D",
                "2: C B A D E",
                "7: D C E B A",
                "8: E B A D C");
        assertThat(ranking(Rule.SCHULZE, vote)).isEqualTo("E A C B D");
        assertThat(ranking(Rule.SCHULZE_MARGIN, vote)).isEqualTo("E A C B D");
    }

    /// Each ballot compares two, so the duels can be read off.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // of a circle the weakest victory is left out
                "RANKED_PAIRS        | 7 2, 6 3, 5 4 | A B C",
                "SCHULZE             | 7 2, 6 3, 5 4 | A B C",
                "MINIMAX             | 7 2, 6 3, 5 4 | A C B",
                // equally strong: fewer ballots against it come first
                "RANKED_PAIRS        | 5 1, 5 3, 5 4 | A B C",
                "RANKED_PAIRS        | 5 4, 5 1, 5 3 | B C A",
                // equal in both: all that close the circle are left out
                "RANKED_PAIRS        | 5 3, 5 3, 5 3 | A=B=C",
                "RANKED_PAIRS_MARGIN | 5 3, 5 3, 5 3 | A=B=C",
                // strong by its ballots or by its margin
                "RANKED_PAIRS        | 5 4, 4 1, 3 1 | A B C",
                "RANKED_PAIRS_MARGIN | 5 4, 4 1, 3 1 | B C A",
                "SCHULZE             | 5 4, 4 1, 3 1 | A B C",
                "SCHULZE_MARGIN      | 5 4, 4 1, 3 1 | B C A",
                "MINIMAX             | 5 4, 4 1, 3 1 | A C B",
                "MINIMAX_MARGIN      | 5 4, 4 1, 3 1 | B A C",
                // victories count, not by how much: A has beaten one and lost to one
                "COPELAND            | 2 1, 9 0, 2 1 | A=B=C",
            })
    void aCircleOfVictories(Rule rule, String duels, String expected) {
        var pairs = duels.split(", ");
        var vote = election(
                false,
                pairs[0].split(" ")[0] + ": A B",
                pairs[0].split(" ")[1] + ": B A",
                pairs[1].split(" ")[0] + ": B C",
                pairs[1].split(" ")[1] + ": C B",
                pairs[2].split(" ")[0] + ": C A",
                pairs[2].split(" ")[1] + ": A C");
        assertThat(ranking(rule, vote)).isEqualTo(expected);
    }

    @Test
    void whoIsNotRankedIsLastOrUnknownAsTheElectionSays() {
        assertThat(ranking(Rule.BORDA, election(true, "1: A", "1: B C A"))).isEqualTo("B A C");
        assertThat(ranking(Rule.BORDA, election(false, "1: A", "1: B C A"))).isEqualTo("A B C");
        assertThat(ranking(Rule.COPELAND, election(true, "2: A", "1: C B A"))).isEqualTo("A C B");
        assertThat(ranking(Rule.COPELAND, election(false, "2: A", "1: C B A"))).isEqualTo("C B A");
    }

    @Test
    void equalOnesShareTheMeanOfTheirPlaces() {
        assertThat(ranking(Rule.BORDA, election(true, "1: A=B C", "1: C A B"))).isEqualTo("A C B");
        assertThat(ranking(Rule.BORDA, election(true, "2: A=B C", "1: C A B"))).isEqualTo("A B C");
    }

    /// What an instant run-off does at its corners.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // half of the ballots is no majority
                "3: A; 2: B; 1: C B           | A=B C",
                // two last ones fall out together, though either would win with the other's ballots
                "3: A; 2: B C; 2: C B         | A B=C",
                // whoever fell out later is ranked higher
                "5: A; 4: B; 2: C B; 1: D B   | B A C D",
                // a ballot with two firsts counts half for each
                "3: A=B; 2: C                 | C A=B",
                // with two left it goes on until one has a majority or is alone
                "2: A; 2: B; 1: C A; 3:       | A B C",
                // more than half ends it, before C's ballots are counted for anybody else
                "5: A; 2: B; 2: C B           | A B=C",
                "5: A; 3: B; 1: C B           | A B C",
            })
    void anInstantRunoff(String ballots, String expected) {
        assertThat(ranking(Rule.IRV, election(true, ballots.split("; ")))).isEqualTo(expected);
    }

    @Test
    void seatsAreFilledDownTheRankingAndMoneyIsSpentDownIt() {
        var vote = election(true, "3: A B C", "2: B C A").seating(2);
        assertThat(winners(Rule.BORDA, vote)).isEqualTo("B A");
        assertThat(winners(Rule.IRV, vote)).as("one seat").isEqualTo("A");
        assertThat(Rule.BORDA.count(vote, Settings.usual(vote)).ties()).isEmpty();

        assertThat(winners(Rule.BORDA, costing(vote, 100, 60, 40, 50))).isEqualTo("B A");
        assertThat(winners(Rule.BORDA, costing(vote, 100, 61, 40, 50))).isEqualTo("B C");
        assertThat(winners(Rule.BORDA, costing(vote, 150, 60, 40, 50))).isEqualTo("B A C");
    }

    @Test
    void whereTwoAreEqualForTheLastSeatTheOrderOfTiesDecidesAndIsTold() {
        var vote = election(true, "1: A B", "1: B A").seating(1);
        var byName = Settings.usual(vote).breaking(TieOrder.read("name"));
        assertThat(Rule.SCHULZE.count(vote, byName).ties()).containsExactly(new Outcome.Tie(List.of(0, 1), 0));
        assertThat(Rule.SCHULZE.count(vote.seating(2), byName).ties()).isEmpty();
    }

    /// `3: A=B C`: three ballots that put A and B first and C behind them.
    private static Election election(boolean unrankedLast, String... ballots) {
        var ids = Arrays.stream(ballots)
                .flatMap(it -> Stream.of(it.replaceFirst(".*:", "").split("[ =]+")))
                .filter(it -> !it.isEmpty())
                .sorted()
                .distinct()
                .toList();
        Map<Ballot, Integer> cast = new LinkedHashMap<>();
        for (String it : ballots) {
            var classes = Stream.of(it.replaceFirst(".*:", "").strip().split(" +"))
                    .filter(equal -> !equal.isEmpty())
                    .map(equal -> Stream.of(equal.split("=")).map(ids::indexOf).toList())
                    .toList();
            cast.merge(
                    new Ballot.Ranking(classes),
                    Integer.parseInt(it.replaceFirst(":.*", "").strip()),
                    Integer::sum);
        }
        cast.values().removeIf(times -> times == 0);
        return new Election(
                ids.stream().map(it -> new Project(it, 0)).toList(),
                null,
                1,
                cast,
                Election.Limits.NONE,
                new Election.Scales(0, 0, unrankedLast, null));
    }

    private static Election costing(Election it, long budget, long... costs) {
        var projects = Stream.of(0, 1, 2)
                .map(i -> new Project(it.projects().get(i).id(), costs[i]))
                .toList();
        return new Election(projects, budget, 1, it.ballots(), it.limits(), it.scales());
    }

    private static String winners(Rule rule, Election vote) {
        return rule.count(vote, Settings.usual(vote)).winners().stream()
                .map(it -> vote.projects().get(it).id())
                .collect(Collectors.joining(" "));
    }

    private static String ranking(Rule rule, Election vote) {
        return rule.count(vote, Settings.usual(vote)).ranking().stream()
                .map(equal -> equal.stream()
                        .map(it -> vote.projects().get(it).id())
                        .sorted()
                        .collect(Collectors.joining("=")))
                .collect(Collectors.joining(" "));
    }
}
