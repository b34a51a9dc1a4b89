package org.linli.polls.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What has to hold for every rule and every election.
class CountingPropertiesTest extends GivenElections {

    @Provide
    Arbitrary<Settings> settings() {
        return Arbitraries.of(Completion.class)
                .flatMap(completion -> Arbitraries.of(Settings.Start.class)
                        .flatMap(start -> Arbitraries.of(true, false)
                                .map(flag -> new Settings(
                                        Utility.CARDINALITY, completion, start, flag, !flag, 1, TieOrder.USUAL))));
    }

    @Property(tries = 2000)
    void equalSharesAreTheSameForVotersOneByOne(@ForAll("approvals") Election election) {
        for (Utility utility : List.of(Utility.COST, Utility.CARDINALITY)) {
            assertPlain(election, utility);
        }
    }

    @Property(tries = 2000)
    void equalSharesOfPointsAreTheSameForVotersOneByOne(@ForAll("points") Election election) {
        for (Utility utility : List.of(Utility.POINTS, Utility.POINTS_TIMES_COST, Utility.RANK, Utility.COST)) {
            assertPlain(election, utility);
        }
    }

    private static void assertPlain(Election election, Utility utility) {
        var settings = new Settings(utility, Completion.NONE, Settings.Start.EXACT, false, false, 1, TieOrder.USUAL);
        var ties = TieOrder.USUAL.of(
                election.projects(), Backers.of(election, utility).votes());
        assertThat(Rule.EQUAL_SHARES.count(election, settings).winners())
                .isEqualTo(new PlainShares(election, utility).winners(ties));
    }

    @Property
    void nothingIsOverspentOrChosenTwice(
            @ForAll("budgetRules") Rule rule,
            @ForAll("approvals") Election election,
            @ForAll("settings") Settings settings) {
        var outcome = rule.count(election, settings);

        assertThat(outcome.winners()).doesNotHaveDuplicates();
        assertThat(outcome.cost(election)).isLessThanOrEqualTo(election.money().orElseThrow());
    }

    @Property
    void theOrderOfBallotsChangesNothing(
            @ForAll("budgetRules") Rule rule,
            @ForAll("points") Election election,
            @ForAll("settings") Settings settings,
            @ForAll Random random) {
        var ballots = new ArrayList<>(MadeUpElections.oneByOne(election));
        Collections.shuffle(ballots, random);

        assertThat(rule.count(MadeUpElections.cast(election, ballots), settings))
                .isEqualTo(rule.count(election, settings));
    }

    @Property
    void whatIsCappedAndWhatExcludesEachOtherStaysSo(
            @ForAll("budgetRules") Rule rule,
            @ForAll("limited") Election election,
            @ForAll("settings") Settings settings) {
        assertWithin(election, rule.count(election, settings).winners());
        assertWithin(election, Rule.BORDA.count(election, settings).winners());
    }

    private static void assertWithin(Election election, List<Integer> winners) {
        election.limits()
                .caps()
                .forEach(cap -> assertThat(winners.stream()
                                .filter(cap.projects()::contains)
                                .mapToLong(it -> election.projects().get(it).cost())
                                .sum())
                        .isLessThanOrEqualTo(cap.most()));
        election.limits()
                .exclusive()
                .forEach(group ->
                        assertThat(winners.stream().filter(group::contains)).hasSizeLessThanOrEqualTo(1));
    }

    @Property
    void phragmensPursesFillTheSameForVotersOneByOne(@ForAll("approvals") Election election) {
        var ties = TieOrder.USUAL.of(
                election.projects(), Backers.of(election, Utility.COST).votes());
        assertThat(Rule.PHRAGMEN.count(election, Settings.usual(election)).winners())
                .isEqualTo(new PlainPhragmen(election).winners(ties));
    }

    /// Nobody counts for more or less because others voted the same.
    @Property
    void everyBallotThreeTimesChangesNothing(@ForAll("budgetRules") Rule rule, @ForAll("approvals") Election election) {
        var ballots = new LinkedHashMap<>(election.ballots());
        ballots.replaceAll((_, times) -> 3 * times);
        var thrice =
                new Election(election.projects(), election.budget(), 1, ballots, election.limits(), election.scales());

        for (Utility utility : List.of(Utility.COST, Utility.CARDINALITY)) {
            var settings =
                    new Settings(utility, Completion.UTILITARIAN, Settings.Start.EXACT, false, true, 1, TieOrder.USUAL);
            assertThat(rule.count(thrice, settings).winners())
                    .isEqualTo(rule.count(election, settings).winners());
        }
    }

    @Property
    void amountsMayBeToldInFen(
            @ForAll("budgetRules") Rule rule,
            @ForAll("approvals") Election election,
            @ForAll("settings") Settings settings) {
        var fen = new Election(
                election.projects().stream()
                        .map(it -> new Project(it.id(), it.name(), it.cost() * 100, it.stands()))
                        .toList(),
                election.money().orElseThrow() * 100,
                1,
                election.ballots(),
                election.limits(),
                new Election.Scales(2, 0, true, null));

        assertThat(rule.count(fen, settings).winners())
                .isEqualTo(rule.count(election, settings).winners());
    }

    @Property
    void whoBeatsEverybodyWins(@ForAll("rankings") Election election) {
        var duels = Duels.of(election);
        var people = IntStream.range(0, duels.size());
        people.filter(a -> IntStream.range(0, duels.size()).allMatch(b -> a == b || duels.beats(a, b)))
                .findAny()
                .ifPresent(best -> {
                    for (Rule rule : List.of(Rule.SCHULZE, Rule.RANKED_PAIRS, Rule.COPELAND, Rule.MINIMAX)) {
                        assertThat(rule.count(election, Settings.usual(election))
                                        .winners()
                                        .getFirst())
                                .isEqualTo(best);
                    }
                });
    }

    @Provide
    Arbitrary<Rule> rankingRules() {
        return Arbitraries.of(EnumSet.range(Rule.BORDA, Rule.STV));
    }

    @Property
    void everySeatIsTakenWhileThereArePeople(@ForAll("rankings") Election election, @ForAll("rankingRules") Rule rule) {
        int seats = rule == Rule.IRV ? 1 : election.seats();

        assertThat(rule.count(election, Settings.usual(election)).winners())
                .hasSize(Math.min(seats, election.projects().size()))
                .doesNotHaveDuplicates();
    }

    /// Woodall's Droop proportionality: who put the same people before all others fill as many seats as they
    /// have quotas.
    @Property
    void solidGroupsFillTheirSeats(@ForAll("rankings") Election election) {
        var won = Rule.STV.count(election, Settings.usual(election)).winners();
        var voters = MadeUpElections.oneByOne(election).stream()
                .filter(it -> !it.named().isEmpty())
                .toList();
        long quota = voters.size() / (election.seats() + 1) + 1;
        for (Set<Integer> group : MadeUpElections.subsets(election.projects().size())) {
            long behind = voters.stream()
                    .filter(it -> it.named().size() >= group.size()
                            && group.containsAll(it.named().subList(0, group.size())))
                    .count();
            assertThat(won.stream().filter(group::contains).count())
                    .isGreaterThanOrEqualTo(Math.min(behind / quota, group.size()));
        }
    }
}
