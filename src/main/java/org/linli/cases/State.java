package org.linli.cases;

import java.util.Locale;

/// How far a case is: the vocabulary of all workflows. What a state means is said here; which of them a kind of case
/// has and where they lead is said by its [Workflow].
public enum State {
    /// 已受理: kept, and nobody has it yet but the community's desk.
    RECEIVED,
    /// 已派单: lies with a unit that has not accepted it yet.
    ASSIGNED,
    /// 办理中
    IN_PROGRESS,
    /// 待补充: the resident was asked something; no clock runs until they answer.
    WAITING,
    /// 已办结: the residents are asked whether they are satisfied.
    RESOLVED,
    /// 已评价: and they were.
    RATED,
    /// 已归档
    CLOSED,
    /// 已退单: came back to the desk with a reason.
    RETURNED,
    /// 已转办: lies with another unit that has not accepted it yet.
    PASSED_ON,
    /// 已撤回: the resident took it back.
    WITHDRAWN,
    /// 已重开: was called done and was not.
    REOPENED,
    /// 已并案: rests in another case about the same problem, which goes on; no workflow leads here.
    MERGED;

    /// How every case begins.
    ///
    /// @param found whether a unit is responsible for it; otherwise it lies with the desk
    public static State begin(boolean found) {
        return found ? ASSIGNED : RECEIVED;
    }

    /// Whether somebody still has to do something about it.
    public boolean isOpen() {
        return switch (this) {
            case RECEIVED, ASSIGNED, IN_PROGRESS, WAITING, RETURNED, PASSED_ON, REOPENED -> true;
            case RESOLVED, RATED, CLOSED, WITHDRAWN, MERGED -> false;
        };
    }

    /// Whether the residents may say how it was done, each of them.
    public boolean awaitsVerdict() {
        return this == RESOLVED || this == RATED;
    }

    /// As files write it: `in-progress`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
