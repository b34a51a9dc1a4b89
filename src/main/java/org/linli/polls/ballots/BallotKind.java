package org.linli.polls.ballots;

/// How a ballot is filled in. Stored by name, so never renamed.
public enum BallotKind {
    /// 单选: one choice.
    ONE,
    /// 多选: any of them up to a number; for a date that suits, too.
    SEVERAL,
    /// 排序: the best first.
    RANKED,
    /// 分点数: a number of points is given away.
    POINTS,
    /// 打分: each choice gets a score of its own, or none.
    SCORES;

    /// Whether marks carry a number of their own.
    public boolean hasPoints() {
        return this == POINTS || this == SCORES;
    }
}
