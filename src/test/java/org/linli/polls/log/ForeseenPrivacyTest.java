package org.linli.polls.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Mark;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;

class ForeseenPrivacyTest {

    /// Each sequence of marks that a paper takes, written down one by one.
    @ParameterizedTest
    @CsvSource({
        "ONE, 1, 3",
        "SEVERAL, 2, 4",
        "SEVERAL, 9, 3",
        "RANKED, 2, 4",
        "RANKED, 9, 3",
        "POINTS, 3, 3",
        "SCORES, 2, 3"
    })
    void possibleBallotsAreCountedAsAPaperTakesThem(BallotKind kind, int most, int choices) {
        var paper = new Paper(
                kind,
                IntStream.rangeClosed(1, choices)
                        .mapToObj(it -> new Choice(it, "第" + it, 0))
                        .toList(),
                most,
                null);
        assertThat(ForeseenPrivacy.different(kind, most, choices)).isEqualTo(valid(paper, new Marks(List.of()), 0));
    }

    /// However voters like things, the expected share is not above what is foreseen.
    @Property
    void noTasteMakesMoreBallotsAloneThanForeseen(
            @ForAll @IntRange(min = 1, max = 40) int different,
            @ForAll @IntRange(min = 2, max = 200) int ballots,
            @ForAll @IntRange(min = 1, max = 12) int taste,
            @ForAll Random random) {
        double[] weights = IntStream.range(0, different)
                .mapToDouble(_ -> Math.pow(random.nextDouble(), taste))
                .toArray();
        double all =
                IntStream.range(0, different).mapToDouble(it -> weights[it]).sum();
        assumeThat(all).isPositive();
        double alone = IntStream.range(0, different)
                .mapToDouble(it -> weights[it] / all)
                .map(chance -> chance * Math.pow(1 - chance, ballots - 1))
                .sum();
        assertThat(100 * alone).isLessThanOrEqualTo(ForeseenPrivacy.alonePercent(different, ballots) + 1e-6);
    }

    @Test
    void fewVotersAndManyChoicesLeaveNobodyHidden() {
        assertThat(ForeseenPrivacy.alonePercent(1585, 300)).isEqualTo(83);
        assertThat(ForeseenPrivacy.alonePercent(6, 300)).isEqualTo(1);
        var many = ForeseenPrivacy.of(BallotKind.SCORES, 10, 300);
        assertThat(many.cases())
                .extracting(ForeseenPrivacy.Case::ballots)
                .containsExactly(150L, 300L, 150L, 300L, 150L, 300L);
        assertThat(many.cases().getLast().alone()).isEqualTo(100);
        assertThat(ForeseenPrivacy.of(BallotKind.ONE, 1, 29).cases())
                .allMatch(it -> it.isSumsAlone() && !it.isHidden());
        assertThat(ForeseenPrivacy.of(BallotKind.ONE, 1, 4).cases()).allMatch(ForeseenPrivacy.Case::isHidden);
        assertThat(ForeseenPrivacy.of(BallotKind.ONE, 1, 0).cases()).allMatch(it -> it.alone() == 0);
    }

    /// On a page for points and scores a choice stands in the order of the paper; a ranking is any order.
    private static double valid(Paper paper, Marks so, int from) {
        double found = so.all().isEmpty() || paper.fault(so).isPresent() ? 0 : 1;
        boolean points = paper.kind().hasPoints();
        for (int choice = 1; choice <= paper.choices().size(); choice++) {
            boolean next = paper.kind() == BallotKind.RANKED ? !so.has(choice) : choice > from;
            for (int worth = points ? 1 : 0; next && worth <= (points ? paper.most() : 0); worth++) {
                found += valid(paper, with(so, new Mark(choice, worth)), choice);
            }
        }
        return found;
    }

    private static Marks with(Marks so, Mark more) {
        return new Marks(Stream.concat(so.all().stream(), Stream.of(more)).toList());
    }
}
