package org.linli.polls.prizes;

import java.util.Arrays;
import java.util.Optional;
import org.linli.polls.works.Appraisals.Score;

/// What can be won. Stored by name, so never renamed.
public enum Prize {
    /// 金点子奖: whoever proposed what residents are content with. Given by [#isDeserved] alone.
    GOLDEN_IDEA,
    /// 好提案奖: another proposer, by staff with a reason.
    GOOD_PROPOSAL,
    /// 专家奖: who gave advice, by staff with a reason.
    EXPERT,
    /// 贡献奖: who lent a hand, by staff with a reason.
    CONTRIBUTOR;

    /// Four of five points on average.
    private static final long CONTENT = 4;

    /// The rule that each round declares: enough people have appraised what was done, and on average gave it four
    /// points or more. Exact: nothing is divided.
    public static boolean isDeserved(Score score) {
        return score.isTold() && score.sum() >= CONTENT * score.people();
    }

    /// Empty for what staff does not give.
    public static Optional<Prize> ofStaff(String name) {
        return Arrays.stream(values())
                .filter(it -> it != GOLDEN_IDEA && it.name().equals(name))
                .findFirst();
    }

    /// Whether it goes to whoever proposed something.
    public boolean isForProposer() {
        return this == GOLDEN_IDEA || this == GOOD_PROPOSAL;
    }
}
