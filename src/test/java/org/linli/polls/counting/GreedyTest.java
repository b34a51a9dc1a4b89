package org.linli.polls.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.polls.counting.Outcome.Tie;

/// Small counts that can be followed by hand.
class GreedyTest {

    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;

    @Test
    void whatJustFitsIsChosenAndWhatDoesNotIsSkipped() {
        var lane = election(100, costs(60, 50, 40), votes(3, 2, 1));

        assertThat(winners(Rule.GREEDY, lane)).containsExactly(A, C);
        assertThat(winners(Rule.GREEDY_THRESHOLD, lane)).containsExactly(A, C);
        assertThat(winners(Rule.GREEDY_NO_SKIP, lane)).containsExactly(A);
    }

    @Test
    void whatWasWithdrawnIsNeverChosenAndEndsNothing() {
        var lane = election(100, costs(60, 10, 40), votes(3, 2, 1)).without(Set.of(B));

        assertThat(lane.without(Set.of(C)).projects())
                .extracting(Project::stands)
                .containsExactly(true, false, false);
        for (Rule rule : List.of(Rule.GREEDY, Rule.GREEDY_NO_SKIP, Rule.GREEDY_THRESHOLD)) {
            assertThat(winners(rule, lane)).containsExactly(A, C);
        }
    }

    @Test
    void whatNobodyWantsComesLastAndIsChosenFromWhatIsLeft() {
        assertThat(winners(Rule.GREEDY, election(100, costs(10, 60, 40), votes(0, 1, 1))))
                .containsExactly(C, B);
        assertThat(winners(Rule.GREEDY, election(110, costs(10, 60, 40), votes(0, 1, 1))))
                .containsExactly(C, B, A);
    }

    /// Nothing for nothing is no good bargain, whatever its name: the order of three would go round in a circle.
    @Test
    void byVotesPerCostWhatNobodyWantsComesLastThoughItCostsNothing() {
        var three = List.of(new Project("3", 10), new Project("1", 20), new Project("2", 0), new Project("4", 0));
        var lane = election(
                100, three, Map.of(new Ballot.Approval(List.of(A, B)), 30, new Ballot.Approval(List.of(3)), 1));

        assertThat(Rule.GREEDY
                        .count(lane, settings(Utility.CARDINALITY, "name"))
                        .winners())
                .containsExactly(3, A, B, C);
    }

    /// Votes are whole, so what is less than three is less than two and a half as well.
    @ParameterizedTest
    @CsvSource({"3, 2", "2.5, 2", "2, 3", "2.01, 2", "0, 3", "4, 1", "5, 0"})
    void asManyVotesAsTheThresholdAreEnough(BigDecimal threshold, int chosen) {
        var lane = scaled(election(1000, costs(1, 1, 1), votes(4, 3, 2)), 0, threshold);

        assertThat(winners(Rule.GREEDY_THRESHOLD, lane)).hasSize(chosen);
    }

    @Test
    void ofPointsWithDecimalsTheThresholdIsMeantInWholePoints() {
        var given = Map.<Ballot, Integer>of(new Ballot.Points(List.of(A, B), List.of(20L, 19L)), 1);
        var lane = scaled(election(100, costs(1, 1), given), 1, BigDecimal.TWO);

        assertThat(Rule.GREEDY_THRESHOLD
                        .count(lane, settings(Utility.POINTS_TIMES_COST, "name"))
                        .winners())
                .containsExactly(A);
        assertThat(Rule.GREEDY_THRESHOLD
                        .count(scaled(lane, 1, BigDecimal.ONE), settings(Utility.COST, "name"))
                        .winners())
                .as("one vote each is enough")
                .containsExactly(A, B);
    }

    @Test
    void ofSeveralThatExcludeEachOtherTheMostWantedWins() {
        var lane = limited(
                election(100, costs(10, 20, 30), votes(3, 2, 1)),
                new Election.Limits(List.of(), List.of(Set.of(A, B))));

        assertThat(winners(Rule.GREEDY, lane)).containsExactly(A, C);
        assertThat(winners(Rule.GREEDY_NO_SKIP, lane)).containsExactly(A);
        assertThat(winners(Rule.EQUAL_SHARES, lane)).contains(A).doesNotContain(B);
        assertThat(winners(Rule.PHRAGMEN, lane)).contains(A).doesNotContain(B);
    }

    @Test
    void aCategoryAndAnAreaMayBeSpentUpAndNotOverspent() {
        var cap = new Election.Cap(Set.of(A, B), 30);
        assertThat(winners(Rule.GREEDY, limited(election(100, costs(10, 20, 30), votes(3, 2, 1)), caps(cap))))
                .containsExactly(A, B, C);
        assertThat(winners(Rule.GREEDY, limited(election(100, costs(10, 21, 30), votes(3, 2, 1)), caps(cap))))
                .containsExactly(A, C);
        var area = new Election.Cap(Set.of(B, C), 40);
        assertThat(winners(Rule.GREEDY, limited(election(100, costs(10, 20, 30), votes(3, 2, 1)), caps(cap, area))))
                .containsExactly(A, B);
    }

    @Test
    void aTieIsToldWhereItDecided() {
        var lane = election(50, costs(30, 30, 20), votes(1, 1, 1));
        var outcome = Rule.GREEDY.count(lane, settings("name"));

        assertThat(outcome.winners()).containsExactly(A, C);
        assertThat(outcome.ties()).containsExactly(new Tie(List.of(A, B, C), A));
        assertThat(Rule.GREEDY.count(lane, settings("cost,name")).ties()).containsExactly(new Tie(List.of(C, A, B), C));
        assertThat(Rule.GREEDY
                        .count(election(80, costs(30, 30, 20), votes(1, 1, 1)), settings("name"))
                        .ties())
                .isEmpty();
    }

    /// Six orders of the same four projects.
    @ParameterizedTest
    @CsvSource({
        "COST, 1 2 3 0",
        "CARDINALITY, 2 3 1 0",
        "POINTS, 3 2 0 1",
        "POINTS_TIMES_COST, 3 1 2 0",
        "RANK, 3 2 1 0",
        "RANK_TIMES_COST, 1 3 2 0"
    })
    void whatCountsAsWorthDecidesTheOrder(Utility utility, String expected) {
        var ballots = List.of(
                given(2, 2, 3, 8, 1, 5),
                given(1, 7, 3, 6, 2, 5),
                given(1, 2),
                given(1, 3, 2, 2, 3, 8),
                given(2, 5, 0, 9),
                given(1, 1));
        var rich = Election.of(costs(4, 9, 2, 3), 100_000, ballots);

        for (Rule rule : List.of(Rule.GREEDY, Rule.EQUAL_SHARES)) {
            assertThat(rule.count(rich, settings(utility, "name")).winners().stream()
                            .map(String::valueOf))
                    .as(rule.word())
                    .containsExactly(expected.split(" "));
        }
    }

    @Test
    void wherePeopleDoNotSayPlacesPointsAndVotesCountWhateverTheCost() {
        var one = List.<Ballot>of(new Ballot.Approval(List.of(A)));
        assertThat(Utility.usual(Election.of(costs(1), 1, one))).isEqualTo(Utility.COST);
        assertThat(Utility.usual(Election.of(costs(1), 1, List.of(given(0, 3)))))
                .isEqualTo(Utility.POINTS_TIMES_COST);
        assertThat(Utility.usual(Election.of(costs(1), 1, List.of(Ballot.Ranking.strictly(List.of(0))))))
                .isEqualTo(Utility.RANK_TIMES_COST);
    }

    /// Of three the best gets three points and the last one; equal ones get those of the best of them.
    @Test
    void placesOfABallotArePoints() {
        var order = Ballot.Ranking.strictly(List.of(B, C, A));
        assertThat(List.of(order.rank(B), order.rank(C), order.rank(A), order.rank(3)))
                .containsExactly(3L, 2L, 1L, 0L);
        var equal = new Ballot.Ranking(List.of(List.of(B), List.of(A, C)));
        assertThat(List.of(equal.rank(B), equal.rank(A), equal.rank(C))).containsExactly(3L, 2L, 2L);
        var points = given(B, 9, C, 5, A, 5);
        assertThat(List.of(points.rank(B), points.rank(C), points.rank(A), points.rank(3)))
                .containsExactly(3L, 2L, 2L, 0L);
        assertThat(new Ballot.Approval(List.of(A, B)).rank(A)).isEqualTo(1);
    }

    /// A project and its points, and so on.
    private static Ballot given(long... pairs) {
        var named = new ArrayList<Integer>();
        var points = new ArrayList<Long>();
        for (int i = 0; i < pairs.length; i += 2) {
            named.add((int) pairs[i]);
            points.add(pairs[i + 1]);
        }
        return new Ballot.Points(named, points);
    }

    private static List<Project> costs(long... costs) {
        return IntStream.range(0, costs.length)
                .mapToObj(it -> new Project(String.valueOf(it), costs[it]))
                .toList();
    }

    /// So many voters want the first and nothing else, so many the second.
    private static Map<Ballot, Integer> votes(int... votes) {
        var ballots = new LinkedHashMap<Ballot, Integer>();
        IntStream.range(0, votes.length)
                .filter(it -> votes[it] > 0)
                .forEach(it -> ballots.put(new Ballot.Approval(List.of(it)), votes[it]));
        return ballots;
    }

    private static Election election(long budget, List<Project> projects, Map<Ballot, Integer> ballots) {
        return new Election(projects, budget, 1, ballots, Election.Limits.NONE, Election.Scales.WHOLE);
    }

    private static Election limited(Election it, Election.Limits limits) {
        return new Election(it.projects(), it.budget(), 1, it.ballots(), limits, it.scales());
    }

    private static Election.Limits caps(Election.Cap... caps) {
        return new Election.Limits(List.of(caps), List.of());
    }

    private static Election scaled(Election it, int points, @Nullable BigDecimal threshold) {
        return new Election(
                it.projects(),
                it.budget(),
                1,
                it.ballots(),
                it.limits(),
                new Election.Scales(0, points, true, threshold));
    }

    private static List<Integer> winners(Rule rule, Election election) {
        return rule.count(election, settings("cost,votes")).winners();
    }

    private static Settings settings(String ties) {
        return settings(Utility.COST, ties);
    }

    private static Settings settings(Utility utility, String ties) {
        return new Settings(utility, Completion.NONE, Settings.Start.EXACT, false, false, 1, TieOrder.read(ties));
    }
}
