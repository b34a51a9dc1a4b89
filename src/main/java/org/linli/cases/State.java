package org.linli.cases;

import java.util.EnumSet;
import java.util.Set;

/// How far a case is. A state knows where it may go.
public enum State {
    /// 已受理: kept, and nobody has it yet but the community's desk.
    RECEIVED,
    /// 已派单: lies with a unit that has not accepted it yet.
    ASSIGNED,
    /// 办理中
    IN_PROGRESS,
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
    REOPENED;

    public boolean mayBecome(State next) {
        return nextStates().contains(next);
    }

    public Set<State> nextStates() {
        return switch (this) {
            case RECEIVED, ASSIGNED, PASSED_ON, REOPENED ->
                EnumSet.of(ASSIGNED, IN_PROGRESS, PASSED_ON, RETURNED, RESOLVED, WITHDRAWN);
            case IN_PROGRESS -> EnumSet.of(PASSED_ON, RETURNED, RESOLVED, WITHDRAWN);
            case RETURNED -> EnumSet.of(IN_PROGRESS, PASSED_ON, RESOLVED, WITHDRAWN);
            case RESOLVED -> EnumSet.of(RATED, CLOSED, REOPENED);
            case RATED -> EnumSet.of(CLOSED, REOPENED);
            case CLOSED -> EnumSet.of(REOPENED);
            case WITHDRAWN -> EnumSet.noneOf(State.class);
        };
    }

    /// Whether somebody still has to do something about it.
    public boolean isOpen() {
        return switch (this) {
            case RECEIVED, ASSIGNED, IN_PROGRESS, RETURNED, PASSED_ON, REOPENED -> true;
            case RESOLVED, RATED, CLOSED, WITHDRAWN -> false;
        };
    }

    /// Whether the residents may say how it was done.
    public boolean awaitsVerdict() {
        return this == RESOLVED;
    }
}
