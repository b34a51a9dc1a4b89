package org.linli.polls.counting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.polls.counting.Backers.Backing;

/// What voters have left, exactly: whole numbers over one denominator that grows with each purchase.
///
/// Voters who paid the same so far share one purse, so that the work depends on the different pasts and not on
/// the voters.
final class Funds {

    private static final int EMPTY = 0;

    private final int[] sizes;
    /// Of each group of equal ballots.
    private final int[] purse;
    private final List<BigInteger> money = new ArrayList<>();
    private BigInteger denominator;
    private int[] weight = new int[16];

    /// Everybody begins with the same.
    Funds(int[] sizes, Ratio endowment) {
        var exact = endowment.reduced();
        this.sizes = sizes;
        this.purse = new int[sizes.length];
        this.denominator = exact.under();
        money.add(BigInteger.ZERO);
        money.add(exact.over());
        Arrays.fill(purse, 1);
    }

    /// What each voter of a group of equal ballots has.
    Ratio of(int group) {
        return new Ratio(money.get(purse[group]), denominator);
    }

    /// Voters with equal purses who get the same from a project.
    private record Share(int purse, long worth, int voters) {}

    /// What a unit of worth costs when its backers pay for a project in proportion to what it is worth to them,
    /// and whoever cannot pays all that is left: the least such price.
    ///
    /// @return `null` when all their money together is not enough
    @Nullable
    Ratio price(long cost, List<Backing> backers) {
        var paying = shares(backers);
        var missing = BigInteger.valueOf(cost).multiply(denominator);
        while (!paying.isEmpty()) {
            long worth = paying.stream()
                    .mapToLong(it -> Math.multiplyExact(it.worth(), it.voters()))
                    .reduce(0, Math::addExact);
            var price = new Ratio(missing, BigInteger.valueOf(worth));
            var able = paying.stream().filter(it -> canPay(it, price)).toList();
            if (able.size() == paying.size()) {
                return new Ratio(missing, price.under().multiply(denominator));
            }
            missing = missing.subtract(allOf(paying, price));
            paying = able;
        }
        return null;
    }

    private boolean canPay(Share share, Ratio price) {
        return money.get(share.purse())
                        .multiply(price.under())
                        .compareTo(price.over().multiply(BigInteger.valueOf(share.worth())))
                >= 0;
    }

    private BigInteger allOf(List<Share> paying, Ratio price) {
        return paying.stream()
                .filter(it -> !canPay(it, price))
                .map(it -> money.get(it.purse()).multiply(BigInteger.valueOf(it.voters())))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private List<Share> shares(List<Backing> backers) {
        var shares = new ArrayList<Share>();
        for (Backing backing : backers) {
            for (int group : backing.groups()) {
                weight[purse[group]] += sizes[group];
            }
            for (int group : backing.groups()) {
                int here = purse[group];
                if (weight[here] > 0 && here != EMPTY) {
                    shares.add(new Share(here, backing.worth(), weight[here]));
                }
                weight[here] = 0;
            }
        }
        return shares;
    }

    /// Takes what each of them owes, or all that is left.
    void pay(Ratio price, List<Backing> backers) {
        var exact = price.reduced();
        growTo(lcm(denominator, exact.under()));
        var unit = exact.over().multiply(denominator.divide(exact.under()));
        for (Backing backing : backers) {
            var due = unit.multiply(BigInteger.valueOf(backing.worth()));
            Map<Integer, Integer> after = new HashMap<>();
            for (int group : backing.groups()) {
                purse[group] = after.computeIfAbsent(purse[group], before -> purseWith(before, due));
            }
        }
    }

    private int purseWith(int before, BigInteger due) {
        var left = money.get(before).subtract(due);
        if (left.signum() <= 0) {
            return EMPTY;
        }
        money.add(left);
        if (money.size() > weight.length) {
            weight = Arrays.copyOf(weight, 2 * weight.length);
        }
        return money.size() - 1;
    }

    private void growTo(BigInteger next) {
        var factor = next.divide(denominator);
        if (!factor.equals(BigInteger.ONE)) {
            money.replaceAll(it -> it.multiply(factor));
            denominator = next;
        }
    }

    private static BigInteger lcm(BigInteger one, BigInteger other) {
        return one.divide(one.gcd(other)).multiply(other);
    }
}
