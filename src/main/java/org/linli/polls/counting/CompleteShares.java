package org.linli.polls.counting;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// [EqualShares] with everything that a round may declare about it.
record CompleteShares(Election election, Settings settings, Backers backers) {

    static Outcome count(Election election, Settings settings) {
        return new CompleteShares(election, settings, Backers.of(election, settings.utility())).count();
    }

    private Outcome count() {
        var shares = new EqualShares(election, backers, settings.ties());
        var counted = settings.completion().adds() ? raised(shares) : shares.with(start());
        var whole = settings.completion().fills() ? filled(counted) : counted;
        return settings.comparison() ? preferred(whole) : whole;
    }

    private Ratio start() {
        var fair = EqualShares.fairShare(election);
        if (settings.start() == Settings.Start.EXACT) {
            return fair;
        }
        var unit = unit();
        return new Ratio(fair.over().divide(fair.under()).divide(unit).multiply(unit), BigInteger.ONE);
    }

    private BigInteger unit() {
        return BigInteger.TEN.pow(election.scales().money());
    }

    private Outcome raised(EqualShares shares) {
        long budget = EqualShares.budget(election).longValueExact();
        var step = unit().multiply(BigInteger.valueOf(settings.increment()));
        var endowment = start();
        var last = shares.with(endowment);
        while (!isLast(last)) {
            endowment = new Ratio(endowment.over().add(step.multiply(endowment.under())), endowment.under());
            var next = shares.with(endowment);
            if (next.cost(election) > budget) {
                return last;
            }
            last = next;
        }
        return last;
    }

    /// Nobody can want more than everything, and with nobody there is nobody to give to.
    private boolean isLast(Outcome outcome) {
        var room = roomAfter(outcome.winners(), Room.withoutBudget(election));
        boolean everything =
                all().noneMatch(it -> room.fits(it) && !backers.groups().get(it).isEmpty());
        return everything || settings.exhaustive() && isExhaustive(outcome);
    }

    private boolean isExhaustive(Outcome outcome) {
        return all().noneMatch(roomAfter(outcome.winners(), Room.of(election))::fits);
    }

    private IntStream all() {
        return IntStream.range(0, election.projects().size());
    }

    private static Room roomAfter(List<Integer> winners, Room room) {
        winners.forEach(room::take);
        return room;
    }

    private Outcome filled(Outcome counted) {
        var greedy = new Greedy(election, backers, settings.utility(), settings.ties());
        return new Outcome(greedy.complete(counted.winners()), List.of(), counted.ties(), counted.endowment());
    }

    /// Greedy by votes wins where strictly more voters have more of their own projects among its winners: as in
    /// the rules of Wieliczka and Świecie, voters without any winner included.
    private Outcome preferred(Outcome shares) {
        var greedy = Greedy.of(election, Utility.COST, settings.ties()).skipping();
        long forGreedy = 0;
        long forShares = 0;
        for (Map.Entry<Ballot, Integer> cast : election.ballots().entrySet()) {
            long byGreedy = mine(cast.getKey(), greedy);
            long byShares = mine(cast.getKey(), shares);
            forGreedy += byGreedy > byShares ? cast.getValue() : 0;
            forShares += byShares > byGreedy ? cast.getValue() : 0;
        }
        return forGreedy > forShares ? greedy : shares;
    }

    private static long mine(Ballot ballot, Outcome outcome) {
        return outcome.winners().stream().filter(ballot.named()::contains).count();
    }
}
