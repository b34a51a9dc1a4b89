package org.linli.polls.rounds;

/// What became of an objection. Stored by name, so never renamed.
public enum Verdict {
    /// 维持: the result stands.
    CONFIRMED,
    /// 更正: what was objected to is taken out, and the same ballots are counted again without it.
    CHANGED,
    /// 重新计票: the same ballots are counted again.
    RECOUNTED,
    /// 撤回: whoever objected took it back.
    WITHDRAWN;

    public boolean countsAgain() {
        return this == CHANGED || this == RECOUNTED;
    }
}
