package org.linli.polls.rounds;

import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;

/// What somebody wants to be done (提案).
///
/// @param round      the round's id
/// @param number     within the round, also on the ballot
/// @param toldAt     the address at which the proposer is told; empty where it was taken over by staff
/// @param reason     of the review, for everybody to read
/// @param cost       in yuan; `null` until the review
/// @param unit       who carries it out; empty until it is handed over
/// @param supporters how many support it, the proposer among them
public record Proposal(
        CommunityId community,
        String round,
        int number,
        String title,
        String words,
        String place,
        String toldAt,
        State state,
        String reason,
        @Nullable Long cost,
        String unit,
        int supporters,
        long version) {

    /// Stored by name, so never renamed.
    public enum State {
        /// 待审核
        PROPOSED,
        /// 可行
        FEASIBLE,
        /// 不可行: with a reason.
        INFEASIBLE,
        /// 已撤回
        WITHDRAWN,
        /// 入选
        WON,
        /// 未入选
        LOST,
        /// 已交办
        HANDED_OVER,
        /// 已完成: residents say how it is.
        DONE;

        public boolean isCarriedOut() {
            return this == WON || this == HANDED_OVER || this == DONE;
        }
    }

    public Proposal reviewed(State verdict, String why, @Nullable Long price, String called) {
        return new Proposal(
                community,
                round,
                number,
                called,
                words,
                place,
                toldAt,
                verdict,
                why,
                price,
                unit,
                supporters,
                version + 1);
    }

    public Proposal in(State next, String by) {
        return new Proposal(
                community, round, number, title, words, place, toldAt, next, reason, cost, by, supporters, version + 1);
    }

    @Override
    public String toString() {
        return "Proposal[" + number + ", " + state + "]";
    }
}
