package org.linli.polls.counting;

import java.util.OptionalInt;
import java.util.Set;

/// [ScottishStv] where there is a budget: who is elected first is paid first. The first elected that the rest of the
/// money does not pay for, and whom nobody has named, is taken out as if withdrawn, and all is counted anew, so that
/// the ballots for it go to whoever stands next on them; until all who are elected are paid for.
final class SeatsForMoney {

    private SeatsForMoney() {}

    static Outcome count(Election election, TieOrder ties) {
        var left = election;
        while (true) {
            var outcome = ScottishStv.count(left, ties);
            var tooDear = tooDear(left, outcome);
            if (election.money().isEmpty() || tooDear.isEmpty()) {
                return outcome;
            }
            left = left.without(Set.of(tooDear.getAsInt()));
        }
    }

    private static OptionalInt tooDear(Election election, Outcome outcome) {
        var room = Room.of(election);
        var votes = Backers.of(election, Utility.CARDINALITY).votes();
        for (int it : outcome.winners()) {
            if (votes[it] == 0 || !room.fits(it)) {
                return OptionalInt.of(it);
            }
            room.take(it);
        }
        return OptionalInt.empty();
    }
}
