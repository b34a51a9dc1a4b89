package org.linli.ledgers;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CasesInNumbers.Counted;

/// What became of some cases: sums and the three rates (三率).
///
/// @param amount money that was named with their steps, in yuan
public record Numbers(
        long total,
        long responded,
        long resolved,
        long rated,
        long satisfied,
        long overdue,
        long reopened,
        long returned,
        long notAsked,
        BigDecimal amount) {

    public static final Numbers NONE = new Numbers(0, 0, 0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO);

    Numbers plus(Counted it) {
        return new Numbers(
                total + it.total(),
                responded + it.responded(),
                resolved + it.resolved(),
                rated + it.rated(),
                satisfied + it.satisfied(),
                overdue + it.overdue(),
                reopened + it.reopened(),
                returned + it.returned(),
                notAsked + it.notAsked(),
                amount.add(it.amount()));
    }

    /// 响应率, from 0 to 1; `null` without a case.
    public @Nullable Double responseRate() {
        return rate(responded, total);
    }

    /// 解决率, from 0 to 1; `null` without a case.
    public @Nullable Double solutionRate() {
        return rate(resolved, total);
    }

    /// 满意率 of those who rated, from 0 to 1; `null` where nobody did.
    public @Nullable Double satisfactionRate() {
        return rate(satisfied, rated);
    }

    private static @Nullable Double rate(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    /// As it is printed: `92.3%`, or nothing.
    static String percent(@Nullable Double rate) {
        return rate == null ? "" : String.format(Locale.ROOT, "%.1f%%", rate * 100);
    }
}
