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
    void oneThatIsAllOfItsRateIsNotDivided() {
        assertThat(Share.of(rate(1))).isEqualTo(new Share(1, 1, 0));
        assertThat(Share.of(rate(20))).isEqualTo(new Share(2, 18, 1));
    }

    /// Three replicas always have something to say, for an hour.
    @Property(tries = 60)
    void whoeverAlwaysHasSomethingToSayUsesNearlyAllOfTheRate(@ForAll @IntRange(min = 1, max = 1_000) int most) {
        var played = new Played(rate(most));
        for (int i = 0; i < 36_000; i++) {
            for (int replica = 0; replica < 3; replica++) {
                played.asks(true);
            }
            played.clock.millis += 100;
        }
        long secondHalf = played.sent.stream().filter(it -> it >= 1_800_000).count();

        assertThat(secondHalf / 30.0).isGreaterThanOrEqualTo(0.95 * most).isLessThanOrEqualTo(most);
        assertThat(mostInAMinute(played.sent)).isLessThanOrEqualTo(most);
    }

    /// Redis comes and goes and forgets all once a minute, callers come in bursts: no minute sees more than the rate.
    @Property(tries = 60)
    void noStretchSeesMoreThanTheRate(@ForAll @IntRange(min = 1, max = 400) int most, @ForAll long seed) {
        var random = new Random(seed);
        var played = new Played(rate(most));
        long lost = 0;
        for (int i = 0; i < 2_000; i++) {
            played.clock.millis += random.nextInt(4) == 0 ? random.nextInt(8_000) : random.nextInt(50);
            if (played.clock.millis - lost >= MINUTE.toMillis() && random.nextInt(50) == 0) {
                played.redisForgets();
                lost = played.clock.millis;
            }
            played.asks(random.nextInt(3) > 0);
        }
        assertThat(mostInAMinute(played.sent)).isLessThanOrEqualTo(most);
    }

    /// A rate on a clock of its own: the bucket in Redis and the reserve in PostgreSQL.
    private static final class Played {

        private final Hand clock = new Hand();
        private final List<Long> sent = new ArrayList<>();
        private final Rate rate;
        private Bucket bucket;
        private long reserveAt;

        Played(Rate rate) {
            this.rate = rate;
            this.bucket = bucket(rate, clock);
        }

        void redisForgets() {
            bucket = bucket(rate, clock);
        }

        void asks(boolean redis) {
            if (redis && bucket.tryConsume(1) || (!redis || Share.isSmall(rate)) && fromReserve()) {
                sent.add(clock.millis);
            }
        }

        private boolean fromReserve() {
            if (Share.of(rate).reserve() == 0 || reserveAt > clock.millis) {
                return false;
            }
            reserveAt = clock.millis + Paces.step(rate).toMillis();
            return true;
        }
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
