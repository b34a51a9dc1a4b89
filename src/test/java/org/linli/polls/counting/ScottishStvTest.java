package org.linli.polls.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Small counts that can be followed by hand.
class ScottishStvTest {

    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;

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

    private static List<Integer> winners(Map<Ballot, Integer> ballots) {
        var people = Stream.of("A", "B", "C").map(it -> new Project(it, 0)).toList();
        var election = new Election(people, null, 2, ballots, Election.Limits.NONE, Election.Scales.WHOLE);
        return Rule.STV.count(election, Settings.usual(election)).winners();
    }

    private static Ballot ranking(Integer... order) {
        return Ballot.Ranking.strictly(List.of(order));
    }
}
