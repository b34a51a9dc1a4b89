package org.linli.polls.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What the paper that [EqualShares] names promises, for every group of voters and every set of projects of small
/// elections.
class AxiomsTest extends GivenElections {

    /// Extended justified representation up to one project: of those who agree on a wish that they could pay for from
    /// their part of the money, somebody gets worth more than it with at most one project of it added.
    @Property
    void whoAgreeAndAreManyGetTheirShareByCost(@ForAll("approvals") Election election) {
        assertShares(
                election,
                Utility.COST,
                project -> election.projects().get(project).cost());
    }

    /// Counted by projects, this says that somebody gets as many as the wish has.
    @Property
    void whoAgreeAndAreManyGetTheirShareByNumber(@ForAll("approvals") Election election) {
        assertShares(election, Utility.CARDINALITY, _ -> 1L);
    }

    private static void assertShares(Election election, Utility utility, ToLongFunction<Integer> worth) {
        var settings = new Settings(utility, Completion.NONE, Settings.Start.EXACT, false, false, 1, TieOrder.USUAL);
        var won = new HashSet<>(Rule.EQUAL_SHARES.count(election, settings).winners());
        for (Set<Integer> wish : MadeUpElections.subsets(election.projects().size())) {
            long cost = sum(wish, it -> election.projects().get(it).cost());
            long unhappy = MadeUpElections.oneByOne(election).stream()
                    .filter(it -> it.named().containsAll(wish))
                    .filter(it -> !isHappy(it, won, wish, worth))
                    .count();
            if (!won.containsAll(wish) && cost > 0) {
                assertThat(unhappy * election.money().orElseThrow())
                        .as("those who want all of %s", wish)
                        .isLessThan(cost * election.voters());
            }
        }
    }

    private static boolean isHappy(Ballot voter, Set<Integer> won, Set<Integer> wish, ToLongFunction<Integer> worth) {
        var mine = new HashSet<>(voter.named());
        mine.retainAll(won);
        return wish.stream()
                .filter(it -> !won.contains(it))
                .anyMatch(one -> sum(mine, worth) + worth.applyAsLong(one) > sum(wish, worth));
    }

    private static long sum(Set<Integer> projects, ToLongFunction<Integer> worth) {
        return projects.stream().mapToLong(worth).sum();
    }
}
