package org.linli.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;
import org.linli.polls.ballots.ReadMarks;

/// What a hint tells people to write is a ballot that counts on this very paper.
class ExampleTest {

    private static final PollWords WORDS = new PollWords();
    private static final Marks NOTHING = new Marks(List.of());

    /// Every kind, of two and of more choices, taking one and several, with numbers that do not begin at 1, within a
    /// budget that two of them exceed.
    static Stream<Paper> papers() {
        return Stream.of(BallotKind.values())
                .flatMap(kind -> Stream.of(1, 2, 5)
                        .flatMap(most -> Stream.of(2, 3, 12)
                                .flatMap(choices -> Stream.of(1, 7)
                                        .flatMap(first -> Stream.of(
                                                paper(kind, most, choices, first, null),
                                                paper(kind, most, choices, first, 10L))))));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void whatIsShownCanBeWrittenBackAndCounts(Paper paper) {
        String said = new Example(paper, WORDS).ballot();

        var marks = new ReadMarks(paper).of(said, NOTHING);

        assertThat(marks).as(said).isPresent();
        assertThat(paper.fault(marks.orElseThrow())).as(said).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("papers")
    void whatIsShownToChangeABallotNamesWhatIsOnIt(Paper paper) {
        String said = new Example(paper, WORDS).change();

        var marks = new ReadMarks(paper)
                .of(said, Marks.of(List.of(paper.choices().getFirst().number())));

        assertThat(marks.orElseThrow().numbers())
                .as(said)
                .allSatisfy(it -> assertThat(paper.choice(it)).isPresent());
    }

    @Test
    void twoChoicesAreNotExplainedByAFifth() {
        assertThat(example(BallotKind.ONE)).isEqualTo("投2");
        assertThat(example(BallotKind.SEVERAL)).isEqualTo("投 1 2");
        assertThat(example(BallotKind.RANKED)).isEqualTo("第一选2，第二选1");
        assertThat(example(BallotKind.POINTS)).isEqualTo("2号给4分，1号给1分");
        assertThat(example(BallotKind.SCORES)).isEqualTo("1号给4分");
    }

    private static String example(BallotKind kind) {
        return new Example(paper(kind, 5, 2, 1, null), WORDS).ballot();
    }

    private static Paper paper(BallotKind kind, int most, int choices, int first, @Nullable Long budget) {
        var all = IntStream.range(first, first + choices)
                .mapToObj(it -> new Choice(it, "第" + it + "棵树", budget == null ? 0 : 6))
                .toList();
        return new Paper(kind, all, most, budget);
    }
}
