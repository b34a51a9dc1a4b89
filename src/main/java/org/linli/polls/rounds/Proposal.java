package org.linli.polls.rounds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;

/// What somebody wants to be done (提案).
///
/// @param round      the round's id
/// @param number     within the round, also on the ballot
/// @param toldAt     addresses at which its proposers are told, one a line; empty where it was taken over by staff
/// @param reason     of the review, for everybody to read
/// @param cost       in yuan; `null` until the review
/// @param unit       who carries it out; empty until it is handed over
/// @param supporters how many support it, the proposer among them
/// @param tier       how far its supporters have carried it
/// @param pictures   ids of what was sent with it
/// @param guess      what its proposer thinks it costs, in yuan; `null`: nothing said
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
        Tier tier,
        List<String> pictures,
        @Nullable Long guess,
        long version) {

    public Proposal {
        pictures = List.copyOf(pictures);
    }

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
        /// 未进入投票: too few support it, or the vote was called off.
        LAPSED,
        /// 已合并或拆分: others stand in its place.
        REPLACED,
        /// 入选
        WON,
        /// 未入选
        LOST,
        /// 已交办
        HANDED_OVER,
        /// 已完成: residents say how it is.
        DONE;

        /// Whether the committee can still say otherwise.
        boolean isReviewed() {
            return this == PROPOSED || this == FEASIBLE || this == INFEASIBLE;
        }

        /// Whether neighbours can support it.
        public boolean takesSupport() {
            return this == PROPOSED || this == FEASIBLE;
        }

        /// Whether it was voted on, and nothing has been done about it since.
        public boolean isCounted() {
            return this == WON || this == LOST;
        }

        /// Whether it is of no meaning any more.
        public boolean isGone() {
            return this == WITHDRAWN || this == REPLACED;
        }

        public boolean isCarriedOut() {
            return this == WON || this == HANDED_OVER || this == DONE;
        }
    }

    /// Whether a unit carries it out, or has.
    public boolean isUnderWay() {
        return state == State.HANDED_OVER || state == State.DONE;
    }

    public Proposal reviewed(State verdict, String why, @Nullable Long price, String called) {
        return changed(called, verdict, why, price, unit, tier, pictures);
    }

    public Proposal in(State next, String by) {
        return changed(title, next, reason, cost, by, tier, pictures);
    }

    public Proposal showing(List<String> all) {
        return changed(title, state, reason, cost, unit, tier, all);
    }

    public Proposal at(Tier higher) {
        return changed(title, state, reason, cost, unit, higher, pictures);
    }

    private Proposal changed(
            String called, State next, String why, @Nullable Long price, String by, Tier reached, List<String> all) {
        return new Proposal(
                community,
                round,
                number,
                called,
                words,
                place,
                toldAt,
                next,
                why,
                price,
                by,
                supporters,
                reached,
                all,
                guess,
                version + 1);
    }

    @Override
    public String toString() {
        return "Proposal[" + number + ", " + state + "]";
    }
}
