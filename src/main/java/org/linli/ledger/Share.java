package org.linli.ledger;

import java.time.Duration;
import org.linli.channels.Allowance.Rate;

/// How a rate is divided so that no stretch of its length sees more than it allows, whatever happens to Redis.
///
/// A bucket that holds `burst` and gains `refill` lets at most `burst + refill - 1` through in any such stretch; what
/// is
/// drawn from PostgreSQL while Redis is away, from `reserve`, comes on top. The sum stays one below the rate: that one
/// is in a new bucket, so that Redis may forget the old one once in a stretch.
///
/// @param burst   at once, after a pause
/// @param refill  evenly in [Rate#per]
/// @param reserve evenly in [Rate#per], while Redis is away; 0 where the rate is too small to divide: then one waits
record Share(int burst, int refill, int reserve) {

    private static final int SMALLEST_WITH_RESERVE = 10;
    private static final int ANSWERS_IN_ONE_BREATH = 5;

    static Share of(Rate rate) {
        int burst = Math.max(1, Math.max(Math.min(rate.most() / 5, ANSWERS_IN_ONE_BREATH), rate.most() / 50));
        int reserve = rate.most() < SMALLEST_WITH_RESERVE ? 0 : Math.max(1, rate.most() / 50);
        return new Share(burst, Math.max(1, rate.most() - burst - reserve), reserve);
    }

    /// In a bucket of which nobody knows how much of it was used.
    static int atFirst(Rate rate) {
        return rate.most() > 1 ? 1 : 0;
    }

    /// From one message to the next.
    Duration step(Rate rate) {
        return rate.per().dividedBy(refill);
    }
}
