package org.linli.polls.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.TieOrder;

class LaboratoryTest {

    @ParameterizedTest
    @EnumSource(Culture.class)
    void aSeedTellsTheWholeElection(Culture culture) {
        var election = culture.election(20, 150, 10_000, 7);

        assertThat(culture.election(20, 150, 10_000, 7)).isEqualTo(election);
        assertThat(culture.election(20, 150, 10_000, 8)).isNotEqualTo(election);
        assertThat(election.voters()).isEqualTo(150);
        assertThat(election.projects().stream().mapToLong(Project::cost).sum()).isBetween(20_000L, 45_000L);
    }

    /// The smaller camp gets nothing by votes, and its share by shares.
    @Test
    void aMinorityIsSeenInTheTable() {
        var election = Culture.CAMPS.election(20, 500, 10_000, 7);
        var results = new Laboratory(election)
                .results(Trial.usual(election, TieOrder.USUAL))
                .toList();

        assertThat(results).extracting(it -> it.trial().name()).hasSize(7).doesNotHaveDuplicates();
        assertThat(results).allMatch(it -> it.cost() <= 10_000);
        var fewest = results.stream()
                .min(Comparator.comparingLong(Laboratory.Result::without))
                .orElseThrow();
        assertThat(results.getFirst().trial().rule()).isEqualTo(Rule.GREEDY);
        assertThat(results.getFirst().without()).isGreaterThan(2 * fewest.without());
    }

    @Test
    void rankingsForMoneyAreComparedWithWhatCountsVotes() {
        var approvals = Culture.BUILDINGS.election(12, 80, 10_000, 7);
        var election = Culture.ranked(approvals, 7);
        assertThat(Culture.ranked(approvals, 7)).isEqualTo(election);
        assertThat(election.voters()).isEqualTo(80);

        assertThat(new Laboratory(election).results(Trial.usual(election, TieOrder.USUAL)))
                .allMatch(it -> it.cost() > 0 && it.cost() <= 10_000)
                .extracting(it -> it.trial().name())
                .contains("greedy", "equal shares, add1u", "borda", "copeland", "schulze", "ranked-pairs", "irv")
                .doesNotContain("stv");
        assertThat(new Laboratory(election.seating(3))
                        .results(Trial.usual(election.seating(3), TieOrder.USUAL))
                        .filter(it -> it.trial().rule() == Rule.STV))
                .singleElement()
                .satisfies(it -> assertThat(it.outcome().winners()).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void rankingsForSeatsAreComparedToo() {
        var ballots = List.<Ballot>of(Ballot.Ranking.strictly(List.of(0, 1)), Ballot.Ranking.strictly(List.of(0)));
        var election = new Election(
                List.of(new Project("a", 0), new Project("b", 0)),
                null,
                1,
                Election.together(ballots),
                Election.Limits.NONE,
                Election.Scales.WHOLE);

        assertThat(new Laboratory(election).results(Trial.usual(election, TieOrder.USUAL)))
                .hasSize(6)
                .allMatch(it -> it.outcome().winners().equals(List.of(0)) && it.without() == 0);
    }
}
