package org.linli.polls.explaining;

import java.util.OptionalLong;
import java.util.function.LongPredicate;

/// Finds where losing turns into winning.
///
/// For greedy rules and Phragmén more votes and lower costs never hurt, so what is found is the least change. For other
/// rules it may be that a smaller one helps too; of the first few that is ruled out.
final class NearestChange {

    /// Changes up to here are tried one by one.
    private static final long ONE_BY_ONE = 12;

    private NearestChange() {}

    /// @param wins with a change of that size
    /// @param most the largest change that is thought of
    /// @return a size with which it wins, while it does not with one less
    static OptionalLong of(LongPredicate wins, long most) {
        long lost = 0;
        for (long size = 1; size <= most; size = next(size, most)) {
            if (wins.test(size)) {
                return OptionalLong.of(between(wins, lost, size));
            }
            lost = size;
        }
        return OptionalLong.empty();
    }

    private static long next(long size, long most) {
        long further = size < ONE_BY_ONE ? size + 1 : size > most / 2 ? most : 2 * size;
        return size == most ? most + 1 : further;
    }

    private static long between(LongPredicate wins, long lost, long won) {
        long low = lost;
        long high = won;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (wins.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
