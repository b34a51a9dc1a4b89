package org.linli.polls.rounds;

/// How far a round is. Stored by name, so never renamed.
public enum Phase {
    /// 征集
    COLLECTING,
    /// 审核: what can be done, and for how much.
    REVIEW,
    /// 投票
    VOTING,
    /// 公示: the result is counted and may be objected to.
    PUBLICITY,
    /// 实施: handed over to units and carried out.
    CARRYING_OUT,
    /// 已结束
    OVER;

    public boolean isAfter(Phase other) {
        return compareTo(other) > 0;
    }
}
