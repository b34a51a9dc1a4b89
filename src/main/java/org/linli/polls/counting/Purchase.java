package org.linli.polls.counting;

import java.math.BigInteger;
import java.util.List;
import org.linli.polls.counting.Backers.Backing;

/// One purchase of [EqualShares], so that people can follow a count with paper or a spreadsheet. Numbers are exact:
/// `315`, `2041/17`; money is in the smallest unit.
///
/// @param price   of a unit of worth: with [Utility#COST], one over the effective votes
/// @param paying  supporters who have anything left
/// @param emptied of them who pay all they have, which is not more than their part
/// @param most    that one of them pays
/// @param left    what all voters together have afterwards
public record Purchase(int project, String price, long paying, long emptied, String most, String left) {

    static Purchase of(int project, long cost, Ratio price, Backers backers, Funds before) {
        long paying = 0;
        long emptied = 0;
        var most = Ratio.of(0, 1);
        for (Backing backing : backers.groups().get(project)) {
            var due = new Ratio(price.over().multiply(BigInteger.valueOf(backing.worth())), price.under());
            for (int group : backing.groups()) {
                var has = before.of(group);
                boolean rich = due.isLess(has);
                paying += has.over().signum() > 0 ? backers.sizes()[group] : 0;
                emptied += has.over().signum() > 0 && !rich ? backers.sizes()[group] : 0;
                var pays = rich ? due : has;
                most = most.isLess(pays) ? pays : most;
            }
        }
        var left = all(backers, before);
        var after = new Ratio(left.over().subtract(BigInteger.valueOf(cost).multiply(left.under())), left.under());
        return new Purchase(project, written(price), paying, emptied, written(most), written(after));
    }

    private static Ratio all(Backers backers, Funds funds) {
        var sizes = backers.sizes();
        var sum = BigInteger.ZERO;
        var under = BigInteger.ONE;
        for (int group = 0; group < sizes.length; group++) {
            var has = funds.of(group);
            under = has.under();
            sum = sum.add(has.over().multiply(BigInteger.valueOf(sizes[group])));
        }
        return new Ratio(sum, under);
    }

    private static String written(Ratio ratio) {
        var exact = ratio.reduced();
        return exact.under().equals(BigInteger.ONE)
                ? exact.over().toString()
                : String.join(
                        "/", List.of(exact.over().toString(), exact.under().toString()));
    }
}
