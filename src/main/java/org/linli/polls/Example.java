package org.linli.polls;

import java.util.Arrays;
import java.util.List;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Mark;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;

/// How a ballot is written, shown with numbers that are on this paper and make a valid ballot: pure.
record Example(Paper paper, PollWords words) {

    private static final int USUAL_SCORE = 4;

    /// A whole ballot: `投2`, `1号给4分`.
    String ballot() {
        return switch (paper.kind()) {
            case ONE -> say("one", number(1));
            case SEVERAL -> mayTakeTwo() ? say("several", number(0), number(1)) : say("one", number(1));
            case RANKED -> mayTakeTwo() ? say("ranked", number(1), number(0)) : say("first", number(1));
            case POINTS ->
                mayTakeTwo()
                        ? say("points", number(1), paper.most() - 1, number(0))
                        : say("score", number(1), paper.most());
            case SCORES -> say("score", number(0), Math.min(USUAL_SCORE, paper.most()));
        };
    }

    /// What is said to a ballot that was repeated: `去掉1，加上2`.
    String change() {
        if (paper.kind().hasPoints()) {
            return say("score", number(0), 1);
        }
        return paper.kind() == BallotKind.ONE ? say("instead", number(1)) : say("change", number(0), number(1));
    }

    /// Both together may cost too much, or only one may be taken.
    private boolean mayTakeTwo() {
        var two = new Marks(List.of(new Mark(number(0), 1), new Mark(number(1), 1)));
        return paper.fault(two).isEmpty();
    }

    private int number(int position) {
        return paper.choices().get(position).number();
    }

    private String say(String kind, int... numbers) {
        return words.say(
                "polls.example." + kind,
                Arrays.stream(numbers).mapToObj(String::valueOf).toArray());
    }
}
