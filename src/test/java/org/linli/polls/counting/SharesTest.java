package org.linli.polls.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// Equal Shares with all that may be declared about it, against the same done voter by voter and step by step.
class SharesTest extends GivenElections {

    @Provide
    Arbitrary<Settings> declared() {
        return Combinators.combine(
                        Arbitraries.of(Utility.COST, Utility.CARDINALITY, Utility.POINTS, Utility.POINTS_TIMES_COST),
                        Arbitraries.of(Completion.class),
                        Arbitraries.of(Settings.Start.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.of("cost,votes", "votes,name", "list", "lot=9"))
                .as((utility, completion, start, exhaustive, comparison, increment, ties) -> new Settings(
                        utility, completion, start, exhaustive, comparison, increment, TieOrder.read(ties)));
    }

    @Property(tries = 2000)
    void everyCompletionIsTheSameStepByStep(
            @ForAll("approvals") Election election, @ForAll("declared") Settings settings) {
        assertSame(election, settings);
        assertSame(inTenths(election), settings);
    }

    @Property(tries = 1000)
    void soItIsWithPoints(@ForAll("points") Election election, @ForAll("declared") Settings settings) {
        assertSame(election, settings);
    }

    private static void assertSame(Election election, Settings settings) {
        assertThat(Rule.EQUAL_SHARES.count(election, settings).winners())
                .as(() -> settings + " " + election)
                .isEqualTo(new PlainCompletion(election, settings).winners());
    }

    /// Whoever follows the purchases finds the winners again, and every yuan.
    @Property
    void purchasesAreTheWinnersAndCostWhatIsPaid(
            @ForAll("points") Election election, @ForAll("declared") Settings settings) {
        var trace = Trace.of(election, settings);
        var endowment = trace.endowment().isEmpty()
                ? new String[] {"0", "1"}
                : trace.endowment().split("/");
        long spent = 0;
        for (Purchase it : trace.purchases()) {
            spent += election.projects().get(it.project()).cost();
            assertThat(trace.outcome().winners()).contains(it.project());
            assertThat(it.emptied()).isLessThanOrEqualTo(it.paying());
            var left = new Ratio(
                    new BigInteger(endowment[0])
                            .multiply(BigInteger.valueOf(election.voters()))
                            .subtract(new BigInteger(endowment[1]).multiply(BigInteger.valueOf(spent))),
                    new BigInteger(endowment[1]));
            assertThat(it.left()).isEqualTo(written(left));
        }
    }

    private static String written(Ratio ratio) {
        var it = ratio.reduced();
        return it.under().equals(BigInteger.ONE) ? it.over().toString() : it.over() + "/" + it.under();
    }

    /// The same whole numbers, meant as tenths of a yuan.
    private static Election inTenths(Election it) {
        return new Election(
                it.projects(), it.budget(), 1, it.ballots(), it.limits(), new Election.Scales(1, 0, true, null));
    }

    /// Four voters and 12: three each buy nothing, four each buy both for just all there is.
    @Test
    void whatCostsJustTheBudgetIsNotTooMuch() {
        var outcome = Rule.EQUAL_SHARES.count(lane(12), add1());

        assertThat(outcome.winners()).containsExactlyInAnyOrder(0, 1);
        assertThat(outcome.endowment()).isEqualTo("4/1");
    }

    /// With 11 the two of them would cost one more than there is, so the step before counts.
    @Test
    void theLastStepThatCanBePaidCounts() {
        var outcome = Rule.EQUAL_SHARES.count(lane(11), add1());

        assertThat(outcome.winners()).isEmpty();
        assertThat(outcome.endowment()).isEqualTo("3/1");
    }

    @Test
    void aWithdrawnProjectIsNotBoughtAndNotWaitedFor() {
        var outcome = Rule.EQUAL_SHARES.count(lane(12).without(Set.of(1)), add1());

        assertThat(outcome.winners()).containsExactly(0);
    }

    private static Settings add1() {
        return new Settings(Utility.COST, Completion.ADD1, Settings.Start.FLOOR, false, false, 1, TieOrder.USUAL);
    }

    /// One wants what costs 4, two want what costs 8, one wants nothing.
    private static Election lane(long budget) {
        return Election.of(
                List.of(new Project("a", 4), new Project("b", 8)),
                budget,
                List.of(approval(0), approval(1), approval(1), approval()));
    }

    private static Ballot approval(Integer... named) {
        return new Ballot.Approval(List.of(named));
    }
}
