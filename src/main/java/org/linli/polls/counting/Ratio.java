package org.linli.polls.counting;

import java.math.BigInteger;

/// An exact fraction. It is not reduced: rules compare far more of them than they keep.
///
/// @param under positive
record Ratio(BigInteger over, BigInteger under) implements Comparable<Ratio> {

    Ratio {
        if (under.signum() <= 0) {
            throw new IllegalArgumentException("nothing is divided by " + under);
        }
    }

    static Ratio of(long over, long under) {
        return new Ratio(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    Ratio reduced() {
        var common = over.gcd(under);
        return common.equals(BigInteger.ONE) ? this : new Ratio(over.divide(common), under.divide(common));
    }

    @Override
    public int compareTo(Ratio other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    boolean isLess(Ratio other) {
        return compareTo(other) < 0;
    }
}
