package org.linli.ledger;

import java.time.Duration;
import org.linli.channels.Allowance.Rate;

/// How a rate is divided so that no stretch of its length sees more than it allows, whatever happens to Redis.
///
/// A bucket that holds `burst` and gains `refill` lets at most `burst + refill - 1` through in any such stretch; what
/// is drawn from PostgreSQL, from `reserve`, comes on top. A large rate keeps one more for a new bucket, so that Redis
/// may forget the old one once in a stretch. A small one has none to spare: its buckets begin empty, its first message
/// comes from the reserve, and so does whatever the bucket does not give, with Redis or without. Thus at least 95 % of
/// each is used by those who always have something to say.
///
/// @param burst   at once, after a pause
/// @param refill  evenly in [Rate#per]
/// @param reserve evenly in [Rate#per]; 0 where there is nothing to divide: then one waits while Redis is away
record Share(int burst, int refill, int reserve) {

    /// From here on the fiftieth parts that a large rate leaves unused are fewer than one in twenty.
    private static final int LARGE = 200;

    private static final int ANSWERS_IN_ONE_BREATH = 5;

    static Share of(Rate rate) {
        return isSmall(rate) ? small(rate.most()) : large(rate.most());
    }

    static boolean isSmall(Rate rate) {
        return rate.most() < LARGE;
    }

    private static Share small(int most) {
        int burst = 1 + most / 20;
        int reserve = most == 1 ? 0 : Math.max(1, most / 50);
        return new Share(burst, most + 1 - burst - reserve, reserve);
    }

    private static Share large(int most) {
        int burst = Math.max(ANSWERS_IN_ONE_BREATH, most / 50);
        int reserve = most / 50;
        return new Share(burst, most - burst - reserve, reserve);
    }

    /// In a bucket of which nobody knows how much of it was used.
    static int atFirst(Rate rate) {
        return isSmall(rate) ? 0 : 1;
    }

    /// From one message to the next.
    Duration step(Rate rate) {
        return rate.per().dividedBy(refill);
    }
}
