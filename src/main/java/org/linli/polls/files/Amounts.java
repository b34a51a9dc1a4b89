package org.linli.polls.files;

import java.math.BigDecimal;
import java.util.stream.Stream;

/// Numbers as people write them: amounts of money, points, thresholds.
public final class Amounts {

    /// Of digits before the point. More is no money, and `1e999999999` would take all memory to be written out.
    private static final int MOST_DIGITS = 15;

    private static final int MOST_DECIMALS = 6;

    private Amounts() {}

    /// Throws `NumberFormatException` where it is no number, or one that is too large to be meant.
    public static BigDecimal read(String written) {
        var number = new BigDecimal(written);
        if ((long) number.precision() - number.scale() > MOST_DIGITS) {
            throw new NumberFormatException("more than %d digits".formatted(MOST_DIGITS));
        }
        return number;
    }

    /// Whole numbers of the smallest unit. No exponent and no zeros at the end: `40.5`, `1000`.
    static String written(long smallest, int decimals) {
        var exact = BigDecimal.valueOf(smallest, decimals);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    /// Throws [BrokenElection] where it is no number.
    ///
    /// @param what it is, or where it stands
    static BigDecimal number(String what, String cell) {
        try {
            return read(cell);
        } catch (NumberFormatException noNumber) {
            throw new BrokenElection(
                    "%s '%s', expected a number of at most %d digits".formatted(what, cell, MOST_DIGITS));
        }
    }

    static BigDecimal number(int line, String cell) {
        return number("line %d:".formatted(line), cell);
    }

    /// The most that one of them has. Throws [BrokenElection] where that is too many.
    static int decimals(Stream<BigDecimal> numbers) {
        int most = numbers.mapToInt(it -> it.stripTrailingZeros().scale()).max().orElse(0);
        if (most > MOST_DECIMALS) {
            throw new BrokenElection("a number with %d decimals, expected at most %d".formatted(most, MOST_DECIMALS));
        }
        return Math.max(0, most);
    }

    /// In the smallest unit. Throws [BrokenElection] where it is too large.
    static long whole(BigDecimal number, int decimals) {
        try {
            return number.movePointRight(decimals).longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new BrokenElection("a number with %d digits is too large".formatted(number.precision()));
        }
    }
}
