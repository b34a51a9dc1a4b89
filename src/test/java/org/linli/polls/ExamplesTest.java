package org.linli.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;
import org.linli.polls.ballots.ReadMarks;

/// What people are told to write is what they can write.
class ExamplesTest {

    private static final Marks NOTHING = new Marks(List.of());

    @Property
    void whatIsShownIsReadAsABallotThatThePaperAllows(
            @ForAll BallotKind kind,
            @ForAll @IntRange(min = 2, max = 30) int choices,
            @ForAll @IntRange(min = 1, max = 30) int most) {
        var paper = paper(kind, choices, Math.min(most, choices), null);
        var marks = new ReadMarks(paper).of(new Examples(new PollWords(), paper).vote(), NOTHING);
        assertThat(marks).isPresent();
        assertThat(paper.fault(marks.orElseThrow())).isEmpty();
    }

    @Test
    void itCostsNoMoreThanOnePersonMaySpend() {
        var paper = paper(BallotKind.SEVERAL, 3, 3, 1_500L);
        assertThat(new Examples(new PollWords(), paper).vote()).isEqualTo("投1");
    }

    @Test
    void aChangeTakesAwayWhatIsThereAndAddsWhatIsNot() {
        var examples = new Examples(new PollWords(), paper(BallotKind.SEVERAL, 2, 2, null));
        assertThat(examples.change(Marks.of(List.of(1)))).isEqualTo("去掉1，加上2");
        assertThat(examples.change(Marks.of(List.of(1, 2)))).isEqualTo("去掉2");
        var ranked = new Examples(new PollWords(), paper(BallotKind.RANKED, 3, 3, null));
        assertThat(ranked.change(Marks.of(List.of(3, 1)))).isEqualTo("第一选1，第二选3");
    }

    private static Paper paper(BallotKind kind, int choices, int most, @Nullable Long budget) {
        var all = IntStream.rangeClosed(1, choices)
                .mapToObj(it -> new Choice(it, "项目" + (char) ('A' + it - 1), budget == null ? 0 : 1_000))
                .toList();
        return new Paper(kind, all, most, budget);
    }
}
