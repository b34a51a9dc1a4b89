package org.linli.polls.owners;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The majorities of article 278 of the Civil Code, to the hundredth of a square metre.
class MeterTest {

    @ParameterizedTest
    @CsvSource({
        // all, took: two thirds by heads and by area, exactly two thirds being enough
        "3,300,2,200,true",
        "3,300,2,199,false",
        "3,300,1,300,false",
        "100,1000,66,1000,false",
        "100,1000,67,667,true",
        "100,1000,67,666,false"
    })
    void twoThirdsOfHeadsAndOfAreaHaveToTakePart(long heads, long area, long tookHeads, long tookArea, boolean enough) {
        var meter = new Meter(
                Majority.ORDINARY,
                new Share(heads, area),
                new Share(tookHeads, tookArea),
                new Share(tookHeads, tookArea));

        assertThat(meter.hasQuorum()).isEqualTo(enough);
        assertThat(meter.isAgreed()).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDINARY,5,500,false",
        "ORDINARY,6,500,false",
        "ORDINARY,5,501,false",
        "ORDINARY,6,501,true",
        "MAJOR,7,800,false",
        "MAJOR,8,749,false",
        "MAJOR,8,750,true"
    })
    void ofThoseWhoTakePartMoreThanHalfOrThreeQuartersHaveToAgree(
            Majority majority, long heads, long area, boolean agreed) {
        var all = new Share(10, 1000);

        assertThat(new Meter(majority, all, all, new Share(heads, area)).isAgreed())
                .isEqualTo(agreed);
    }

    @Test
    void ofNothingNothingIsAgreed() {
        assertThat(new Meter(Majority.ORDINARY, Share.NONE, Share.NONE, Share.NONE).isAgreed())
                .isFalse();
    }

    @Property(tries = 500)
    void whatIsMissingIsEnoughAndOneLessIsNot(
            @ForAll @LongRange(min = 1, max = 100_000_000_000L) long all,
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long drawn) {
        long took = Math.min(drawn, all);
        var meter = new Meter(Majority.MAJOR, new Share(1, all), new Share(1, took), new Share(1, took));
        long missing = meter.missingToQuorum().area();

        assertThat(isTwoThirds(took + missing, all)).isTrue();
        assertThat(missing == 0 || !isTwoThirds(took + missing - 1, all)).isTrue();
    }

    private static boolean isTwoThirds(long part, long whole) {
        return BigInteger.valueOf(part)
                        .multiply(BigInteger.valueOf(3))
                        .compareTo(BigInteger.valueOf(whole).multiply(BigInteger.TWO))
                >= 0;
    }
}
