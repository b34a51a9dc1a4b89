package org.linli.polls.rounds;

/// How far a round is. Stored by name, so never renamed.
public enum Phase {
    /// 预告: its rules and dates are public, and nothing is collected yet.
    ANNOUNCED,
    /// 征集
    COLLECTING,
    /// 审核: what can be done, and for how much.
    REVIEW,
    /// 投票
    VOTING,
    /// 公示: the result is counted and may be objected to.
    PUBLICITY,
    /// 交办: each winner gets a unit that carries it out.
    HANDING_OVER,
    /// 实施
    CARRYING_OUT,
    /// 评议: residents say how it was done.
    APPRAISAL,
    /// 评奖
    PRIZES,
    /// 已结束
    OVER;

    public boolean isAfter(Phase other) {
        return compareTo(other) > 0;
    }

    /// Whether proposals are looked at, merged, split and judged now.
    public boolean isReviewed() {
        return this == COLLECTING || this == REVIEW;
    }

    /// Whether prizes are given now, or have been.
    public boolean givesPrizes() {
        return this == PRIZES || this == OVER;
    }

    /// Whether winners are handed to units now.
    public boolean handsOver() {
        return this == HANDING_OVER || this == CARRYING_OUT;
    }
}
