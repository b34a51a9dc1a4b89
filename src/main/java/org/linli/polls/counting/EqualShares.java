package org.linli.polls.counting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.polls.counting.Outcome.Tie;

/// The Method of Equal Shares: the money is divided equally among the voters, and whoever wants a project pays
/// for it.
///
/// Peters, Pierczyński, Skowron: "Proportional Participatory Budgeting with Additive Utilities" (NeurIPS 2021).
/// Projects are bought one after another at the least price for a unit of worth; for [Utility#COST] this is the
/// greatest number of effective votes.
final class EqualShares {

    private static final Ratio NOTHING = Ratio.of(0, 1);

    private final Election election;
    private final Backers backers;
    private final Comparator<Integer> order;
    private final List<Integer> gifts;
    private final List<Wanted> atFirst;

    /// @param price that it costs at least: known from an earlier look, and prices only rise
    private record Wanted(int project, Ratio price) {}

    private record Found(Ratio price, List<Integer> equal) {}

    EqualShares(Election election, Backers backers, TieOrder ties) {
        this.election = election;
        this.backers = backers;
        this.order = ties.of(election.projects(), backers.votes());
        this.gifts = backed(true).sorted(order).toList();
        this.atFirst = backed(false).map(this::cheapest).toList();
    }

    private Stream<Integer> backed(boolean free) {
        return IntStream.range(0, election.projects().size())
                .filter(it -> election.projects().get(it).stands()
                        && (election.projects().get(it).cost() == 0) == free
                        && !backers.groups().get(it).isEmpty())
                .boxed();
    }

    private Wanted cheapest(int project) {
        return new Wanted(project, Ratio.of(election.projects().get(project).cost(), backers.worth(project)));
    }

    /// Sees each purchase before it is paid.
    interface Witness {
        void buys(int project, Ratio price, Funds before);
    }

    /// @param endowment what each voter may spend, in the smallest unit of money
    Outcome with(Ratio endowment) {
        return with(endowment, (_, _, _) -> {});
    }

    Outcome with(Ratio endowment, Witness witness) {
        var funds = new Funds(backers.sizes(), endowment);
        var room = Room.withoutBudget(election);
        gifts.stream().filter(room::fits).forEach(room::take);
        var wanted = new ArrayList<>(atFirst);
        var ties = new ArrayList<Tie>();
        for (var found = best(funds, room, wanted); found != null; found = best(funds, room, wanted)) {
            int chosen = found.equal().stream().min(order).orElseThrow();
            if (found.equal().size() > 1) {
                ties.add(new Tie(found.equal().stream().sorted(order).toList(), chosen));
            }
            room.take(chosen);
            witness.buys(chosen, found.price(), funds);
            funds.pay(found.price(), backers.groups().get(chosen));
            wanted.removeIf(it -> it.project() == chosen);
        }
        var exact = endowment.reduced();
        return new Outcome(room.taken(), List.of(), ties, exact.over() + "/" + exact.under());
    }

    /// Looks at the promising first, and no further than the price that was found. What cannot be paid is
    /// struck off.
    private @Nullable Found best(Funds funds, Room room, List<Wanted> wanted) {
        wanted.removeIf(it -> !room.fits(it.project()));
        wanted.sort(Comparator.comparing(Wanted::price));
        Ratio best = null;
        var equal = new ArrayList<Integer>();
        for (var each = wanted.listIterator(); each.hasNext(); ) {
            var it = each.next();
            if (best != null && best.isLess(it.price())) {
                break;
            }
            var price = funds.price(
                    election.projects().get(it.project()).cost(),
                    backers.groups().get(it.project()));
            if (price == null) {
                each.remove();
                continue;
            }
            each.set(new Wanted(it.project(), price));
            int against = best == null ? -1 : price.compareTo(best);
            if (against < 0) {
                best = price;
                equal.clear();
            }
            if (against <= 0) {
                equal.add(it.project());
            }
        }
        return best == null ? null : new Found(best, equal);
    }

    /// An equal share of the whole budget.
    static Ratio fairShare(Election election) {
        long voters = election.voters();
        return voters == 0 ? NOTHING : new Ratio(budget(election), BigInteger.valueOf(voters));
    }

    static BigInteger budget(Election election) {
        return BigInteger.valueOf(election.money()
                .orElseThrow(() -> new IllegalArgumentException("equal shares divide a budget, and none is given")));
    }
}
