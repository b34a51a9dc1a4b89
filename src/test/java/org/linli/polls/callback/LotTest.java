package org.linli.polls.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Entry.Kind;
import org.linli.polls.log.Hash;

/// Who is drawn, and what their answers prove.
class LotTest {

    private static final Lot LOT = new Lot("lm-round-1", "冬至", "cm9vdA==");

    private static final List<Entry> LOG = log(200);

    /// 1 to `ballots`, the last ten of them replaced or voided.
    private static List<Entry> log(int ballots) {
        var all = new ArrayList<Entry>();
        all.add(new Entry(Kind.RULES, Hash.of("rules")));
        IntStream.range(0, ballots).forEach(it -> all.add(new Entry(Kind.CAST, Hash.of("ballot " + it))));
        IntStream.range(ballots - 10, ballots)
                .forEach(it -> all.add(new Entry(it % 2 == 0 ? Kind.REPLACED : Kind.VOIDED, Hash.of("ballot " + it))));
        return List.copyOf(all);
    }

    /// As the page says it can be done again, in other words than the program's.
    @Test
    void anybodyWhoHasTheLogDrawsTheSame() throws NoSuchAlgorithmException {
        var sha = MessageDigest.getInstance("SHA-256");
        var again = IntStream.rangeClosed(1, 190)
                .boxed()
                .sorted(Comparator.comparing(place -> HexFormat.of()
                        .formatHex(sha.digest(("linli-callback-v1\nlm-round-1\n冬至\ncm9vdA==\n"
                                        + LOG.get(place).what().hex())
                                .getBytes(StandardCharsets.UTF_8)))))
                .limit(20)
                .toList();

        assertThat(LOT.places(LOG, 20)).isEqualTo(again);
    }

    @Test
    void onlyBallotsThatCountAreDrawnEachOnceAndAllWhereThereAreFewer() {
        assertThat(LOT.places(LOG, 1_000)).hasSize(190).doesNotHaveDuplicates().allMatch(it -> 1 <= it && it <= 190);
    }

    @Test
    void whatIsTakenOutAfterTheLastBallotMovesNoLot() {
        assertThat(Lot.withAllBallots(LOG)).as("one was voided last").isEqualTo(LOG.size() - 1);
        assertThat(Lot.withAllBallots(LOG.subList(0, 5))).isEqualTo(5);
        assertThat(Lot.withAllBallots(List.of())).isZero();
    }

    @Test
    void anotherRootOrSeedDrawsOthers() {
        var other = new Lot(LOT.poll(), LOT.seed(), "b3RoZXI=").places(LOG, 20);
        assertThat(other).isNotEqualTo(LOT.places(LOG, 20));
        assertThat(new Lot(LOT.poll(), "另一个", LOT.root()).places(LOG, 20)).isNotEqualTo(other);
    }

    /// The exact bound for a large vote: if so many were altered, that nobody notices happens once in twenty times.
    @Property(tries = 300)
    void theBoundIsNeverTooGood(@ForAll @IntRange(min = 4, max = 1_000) int same) {
        var figures = new Figures(same, 0, same, 0);
        var untouched = BigDecimal.ONE.subtract(BigDecimal.valueOf(Math.min(1_000, figures.perThousand()), 3));

        assertThat(untouched.pow(same, MathContext.DECIMAL128)).isLessThanOrEqualTo(new BigDecimal("0.05"));
        assertThat(figures.perThousand()).isLessThanOrEqualTo(3_000 / same + 1);
    }

    @Test
    void nothingIsSaidOfASampleThatFoundADifferenceOrHardlyAnswered() {
        assertThat(new Figures(60, 2, 40, 0).isClean()).isTrue();
        assertThat(new Figures(60, 2, 40, 0).percent()).isEqualTo("7.5");
        assertThat(new Figures(60, 0, 60, 0).percent()).isEqualTo("5");
        assertThat(new Figures(60, 2, 40, 0).silent()).isEqualTo(18);
        assertThat(new Figures(60, 2, 57, 1).isClean()).isFalse();
        assertThat(new Figures(60, 2, 3, 0).isClean()).isFalse();
    }
}
