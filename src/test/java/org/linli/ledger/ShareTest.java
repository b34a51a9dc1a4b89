package org.linli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Allowance.Scope;

class ShareTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void mostOfAFastRateIsUsed() {
        var share = Share.of(rate(200));

        assertThat(share.refill()).isGreaterThanOrEqualTo(190);
    }

    @Test
    void aRateTooSmallToDivideHasNoReserve() {
        assertThat(Share.of(rate(9)).reserve()).isZero();
        assertThat(Share.of(rate(20))).isEqualTo(new Share(4, 15, 1));
    }

    /// Redis comes and goes and forgets all once a minute, callers come in bursts: no minute sees more than the rate.
    @Property(tries = 60)
    void noStretchSeesMoreThanTheRate(@ForAll @IntRange(min = 1, max = 400) int most, @ForAll long seed) {
        var random = new Random(seed);
        var clock = new Hand();
        var rate = rate(most);
        var share = Share.of(rate);
        var bucket = bucket(rate, clock);
        long paceAt = 0;
        long lost = 0;
        var sent = new ArrayList<Long>();
        for (int i = 0; i < 2_000; i++) {
            clock.millis += random.nextInt(4) == 0 ? random.nextInt(8_000) : random.nextInt(50);
            if (clock.millis - lost >= MINUTE.toMillis() && random.nextInt(50) == 0) {
                bucket = bucket(rate, clock);
                lost = clock.millis;
            }
            boolean redis = random.nextInt(3) > 0;
            if (redis && bucket.tryConsume(1)) {
                sent.add(clock.millis);
            } else if (!redis && share.reserve() > 0 && paceAt <= clock.millis) {
                paceAt = clock.millis + MINUTE.dividedBy(share.reserve()).toMillis();
                sent.add(clock.millis);
            }
        }
        assertThat(mostInAMinute(sent)).isLessThanOrEqualTo(most);
    }

    private static int mostInAMinute(List<Long> sent) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < sent.size(); last++) {
            while (sent.get(last) - sent.get(first) >= MINUTE.toMillis()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private static Bucket bucket(Rate rate, Hand clock) {
        var limits = Buckets.limits(rate).getBandwidths()[0];
        return Bucket.builder().addLimit(limits).withCustomTimePrecision(clock).build();
    }

    private static Rate rate(int most) {
        return new Rate("parrot.robot", new Scope(Scope.Kind.ACCOUNT, "parrot:nest"), most, MINUTE);
    }

    private static final class Hand implements TimeMeter {

        private long millis;

        @Override
        public long currentTimeNanos() {
            return millis * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
