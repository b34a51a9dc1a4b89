package org.linli.polls.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Small counts that can be followed by hand, and many against a count of every ballot alone.
class ScottishStvTest extends GivenElections {

    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int D = 3;

    @Property(tries = 3000)
    void ballotsTogetherAndOneByOneElectTheSame(@ForAll("rankings") Election election) {
        for (String list : List.of("name", "votes,lot=7")) {
            var ties = TieOrder.read(list);
            var order = ties.of(
                    election.projects(),
                    Backers.of(election, Utility.CARDINALITY).votes());
            assertThat(Rule.STV
                            .count(election, Settings.usual(election).breaking(ties))
                            .winners())
                    .isEqualTo(new PlainStv(election, order).winners());
        }
    }

    /// Twelve ballots, so the quota is five; eight for A pass three on, each worth 0.375: fewer than the four of C.
    @Test
    void ballotsOfWhoeverIsElectedAreWorthOnlyTheSurplus() {
        assertThat(winners(Map.of(ranking(A, B), 8, ranking(C), 4))).containsExactly(A, C);
    }

    /// B is last, and its ballot goes to C.
    @Test
    void ballotsOfWhoeverFallsOutCountForTheirNext() {
        assertThat(winners(Map.of(ranking(A), 3, ranking(B, C), 1, ranking(C), 2)))
                .containsExactly(A, C);
    }

    /// Five of twelve are the quota: A is elected before B gets the ballots of C.
    @Test
    void whoJustReachesTheQuotaIsElected() {
        assertThat(winners(Map.of(ranking(A), 5, ranking(B), 4, ranking(C, B), 3)))
                .containsExactly(A, B);
    }

    /// A surplus of three, so C has three, and B four once D has fallen out. With a quota of four C would be elected.
    @Test
    void theQuotaIsOneMoreThanAnEqualPart() {
        assertThat(winners(Map.of(ranking(A, C), 8, ranking(B), 3, ranking(D, B), 1)))
                .containsExactly(A, B);
    }

    /// Three ballots pass on one vote: a third each is 0.33333, together 0.99999, less than the one of C.
    @Test
    void aPartOfAVoteIsRoundedDown() {
        assertThat(winners(Map.of(ranking(A, B), 3, ranking(C), 1))).containsExactly(A, C);
    }

    /// B and C are last and equal: C falls out, and it is told who was put first.
    @Test
    void aTieForFallingOutTellsWhoStays() {
        var election = election(Map.of(ranking(A), 5, ranking(B), 2, ranking(C), 2, ranking(D), 3));
        var byName = Settings.usual(election).breaking(TieOrder.read("name"));

        assertThat(Rule.STV.count(election, byName).ties()).contains(new Outcome.Tie(List.of(B, C), B));
    }

    @Test
    void whoHasWithdrawnIsPassedOver() {
        var ballots = Map.of(ranking(A, B), 8, ranking(C), 4);
        assertThat(Rule.STV
                        .count(election(ballots).without(Set.of(A)), Settings.usual(election(ballots)))
                        .winners())
                .containsExactly(B, C);
    }

    private static List<Integer> winners(Map<Ballot, Integer> ballots) {
        var election = election(ballots);
        return Rule.STV.count(election, Settings.usual(election)).winners();
    }

    private static Election election(Map<Ballot, Integer> ballots) {
        var people = Stream.of("A", "B", "C", "D").map(it -> new Project(it, 0)).toList();
        return new Election(people, null, 2, ballots, Election.Limits.NONE, Election.Scales.WHOLE);
    }

    private static Ballot ranking(Integer... order) {
        return Ballot.Ranking.strictly(List.of(order));
    }
}
