package org.linli.polls.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How an order becomes a set under a budget, small enough to be followed by hand: A costs 6, B 5, C 4 and D 1, and
/// there are 10. Nobody names D.
class RankingsForMoneyTest {

    private static final String NAMES = "ABCD";
    private static final List<Long> COSTS = List.of(6L, 5L, 4L, 1L);

    /// B is best by all of them; the rest pays for A no more, and for C; D would fit, but nobody wants it.
    @ParameterizedTest
    @CsvSource({
        "BORDA, B A C D",
        "COPELAND, B C A D",
        "MINIMAX, B A C D",
        "SCHULZE, B C A D",
        "SCHULZE_MARGIN, B C A D",
        "RANKED_PAIRS, B C A D",
        "IRV, B A C D"
    })
    void theRankingIsPaidForWhileItFits(Rule rule, String ranking) {
        var outcome = count(rule, election(1));
        assertThat(outcome.ranking().stream().map(it -> names(it)).collect(Collectors.joining(" ")))
                .isEqualTo(ranking);
        assertThat(names(outcome.winners())).isEqualTo("BC");
    }

    /// Without B its ballots speak for C: more than half.
    @ParameterizedTest
    @CsvSource({"BORDA, CA", "SCHULZE, CA", "RANKED_PAIRS, CA", "IRV, CA"})
    void whatWasTakenOutIsNotInTheWayOfOthers(Rule rule, String winners) {
        assertThat(names(count(rule, election(1).without(Set.of(1))).winners())).isEqualTo(winners);
    }

    /// Of two seats A and B are elected, A first; 4 are left for B. Without B, C has most.
    @Test
    void whoIsElectedAndTooDearFallsOutAndAllIsCountedAnew() {
        assertThat(names(count(Rule.STV, election(2)).winners())).isEqualTo("CA");
    }

    @Test
    void seatsThatNobodyIsWantedForStayEmpty() {
        var all = election(4);
        var rich = new Election(all.projects(), 16L, 4, all.ballots(), all.limits(), all.scales());
        assertThat(count(Rule.STV, rich).winners()).doesNotContain(3).hasSize(3);
    }

    private static Outcome count(Rule rule, Election election) {
        return rule.count(election, Settings.usual(election));
    }

    private static String names(List<Integer> places) {
        return places.stream().map(it -> NAMES.substring(it, it + 1)).collect(Collectors.joining());
    }

    private static Election election(int seats) {
        var projects = Stream.iterate(0, it -> it < 4, it -> it + 1)
                .map(it -> new Project(NAMES.substring(it, it + 1), COSTS.get(it)))
                .toList();
        var ballots = new LinkedHashMap<Ballot, Integer>();
        Map.of("ABC", 5, "BCA", 4, "CBA", 2)
                .forEach((order, times) -> ballots.put(
                        Ballot.Ranking.strictly(
                                order.chars().mapToObj(NAMES::indexOf).toList()),
                        times));
        return new Election(projects, 10L, seats, ballots, Election.Limits.NONE, Election.Scales.WHOLE);
    }
}
