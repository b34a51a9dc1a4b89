package org.linli.polls.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.linli.polls.explaining.ExplainLosses;
import org.linli.polls.explaining.Loss;
import org.linli.polls.explaining.Loss.Cause;
import org.linli.polls.explaining.LossWords;

/// What is said of losers, against counting every change there is.
class ExplainLossesTest extends GivenElections {

    /// More votes and lower costs never hurt there.
    private static final Set<Rule> STEADY =
            Set.of(Rule.GREEDY, Rule.GREEDY_THRESHOLD, Rule.GREEDY_NO_SKIP, Rule.PHRAGMEN);

    @Provide
    Arbitrary<Rule> rankingRules() {
        return Arbitraries.of(Rule.BORDA, Rule.SCHULZE, Rule.RANKED_PAIRS, Rule.IRV, Rule.STV);
    }

    @Provide
    Arbitrary<Settings> settings() {
        return Arbitraries.of(Completion.class)
                .flatMap(completion -> Arbitraries.of(Utility.COST, Utility.CARDINALITY)
                        .map(utility -> new Settings(
                                utility, completion, Settings.Start.EXACT, false, false, 1, TieOrder.USUAL)));
    }

    @Property(tries = 300)
    void theChangeMakesItWinAndOneLessDoesNot(
            @ForAll("budgetRules") Rule rule,
            @ForAll("approvals") Election plain,
            @ForAll("settings") Settings settings) {
        var election = withThreshold(plain);
        new ExplainLosses(election, rule, settings).losses().forEach(loss -> {
            checkVotes(election, rule, settings, loss);
            checkCost(election, rule, settings, loss);
        });
    }

    @Property(tries = 200)
    void soItIsForRankings(@ForAll("rankingRules") Rule rule, @ForAll("rankings") Election election) {
        var settings = Settings.usual(election);
        new ExplainLosses(election, rule, settings)
                .losses()
                .forEach(loss -> checkVotes(election, rule, settings, loss));
    }

    private static Election withThreshold(Election it) {
        return new Election(
                it.projects(),
                it.budget(),
                1,
                it.ballots(),
                it.limits(),
                new Election.Scales(0, 0, true, BigDecimal.TWO));
    }

    private static void checkVotes(Election election, Rule rule, Settings settings, Loss loss) {
        int project = loss.project();
        long told = loss.moreVotes().orElse(0);
        if (told > 0) {
            assertThat(wins(withVoters(election, project, told), rule, settings, project))
                    .isTrue();
            assertThat(wins(withVoters(election, project, told - 1), rule, settings, project))
                    .isFalse();
        }
        if (STEADY.contains(rule)) {
            assertThat(LongStream.range(1, told == 0 ? 40 : told)
                            .anyMatch(it -> wins(withVoters(election, project, it), rule, settings, project)))
                    .isFalse();
        }
    }

    private static void checkCost(Election election, Rule rule, Settings settings, Loss loss) {
        int project = loss.project();
        long cost = election.projects().get(project).cost();
        long told = loss.lowerCost().orElse(0);
        if (told > 0) {
            assertThat(wins(costing(election, project, told), rule, settings, project))
                    .isTrue();
            assertThat(wins(costing(election, project, told + 1), rule, settings, project))
                    .isFalse();
        }
        assertThat(LongStream.range(told + 1, cost)
                        .anyMatch(it -> wins(costing(election, project, it), rule, settings, project)))
                .isFalse();
    }

    private static boolean wins(Election election, Rule rule, Settings settings, int project) {
        return rule.count(election, settings).winners().contains(project);
    }

    private static Election withVoters(Election it, int project, long more) {
        var ballots = new LinkedHashMap<>(it.ballots());
        boolean ranked = it.anyBallot().orElseThrow() instanceof Ballot.Ranking;
        Ballot alone = ranked ? Ballot.Ranking.strictly(List.of(project)) : new Ballot.Approval(List.of(project));
        if (more > 0) {
            ballots.merge(alone, (int) more, Integer::sum);
        }
        return new Election(it.projects(), it.budget(), it.seats(), ballots, it.limits(), it.scales());
    }

    private static Election costing(Election it, int project, long cost) {
        var projects = new ArrayList<>(it.projects());
        projects.set(project, new Project(projects.get(project).id(), cost));
        return new Election(projects, it.budget(), it.seats(), it.ballots(), it.limits(), it.scales());
    }

    @Test
    void neighboursAreToldInPlainWords() {
        var election = new Election(
                List.of(
                        new Project("1", "长椅", 60, true),
                        new Project("2", "路灯", 50, true),
                        new Project("3", "大门", 500, true),
                        new Project("4", "凉亭", 30, true),
                        new Project("5", "花坛", 10, false)),
                100L,
                1,
                Election.together(List.of(approval(0, 3), approval(0), approval(1))),
                new Election.Limits(List.of(), List.of(Set.of(0, 3))),
                Election.Scales.WHOLE);
        var explain = new ExplainLosses(election, Rule.GREEDY, Settings.usual(election));
        var words = new LossWords();

        assertThat(explain.losses().map(Loss::cause))
                .containsExactly(Cause.MONEY_GONE, Cause.OVER_BUDGET, Cause.EXCLUDED, Cause.WITHDRAWN);
        assertThat(explain.losses().map(it -> words.told(election, it, explain.votes(it.project()))))
                .containsExactly(
                        "2号“路灯”得1票，没有入选。排在前面的项目用去以后，剩下的钱不够做它。" + "如果再多1个人只投它，它就能入选；少一个人还不行。如果造价降到40元，它就能入选；再贵一点就不行。",
                        "3号“大门”得0票，没有入选。它的造价比全部预算还多。如果造价降到40元，它就能入选；再贵一点就不行。",
                        "4号“凉亭”得1票，没有入选。它和已经入选的1号“长椅”只能选一个。如果再多1个人只投它，它就能入选；少一个人还不行。",
                        "5号“花坛”得0票，没有入选。它在计票前已经撤回。");
    }

    private static Ballot approval(Integer... named) {
        return new Ballot.Approval(List.of(named));
    }
}
