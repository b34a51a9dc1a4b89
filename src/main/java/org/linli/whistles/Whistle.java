package org.linli.whistles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;

/// One unit is called to one case (哨): by when it has to report in, who came, what became of it.
///
/// Several whistles on a case are joint handling: each has its own clock and its own verdict.
///
/// @param id not to be guessed
/// @param number of the case
/// @param unit who is called
/// @param call why, by when, by whom
/// @param reporter who reported in; empty before
/// @param reportedAt when; `null` before
/// @param refusals how often the unit said no
/// @param chasedAt when those above were told that nobody came; `null`: they were not
/// @param verdict of the community; `null` before
/// @param version rises with every change
public record Whistle(
        CommunityId community,
        String id,
        String number,
        String unit,
        Call call,
        State state,
        String reporter,
        @Nullable Instant reportedAt,
        int refusals,
        @Nullable Instant chasedAt,
        @Nullable Verdict verdict,
        long version) {

    /// @param by the staff member's id
    /// @param reportBy until then somebody has to report in
    public record Call(String reason, String by, Instant at, Instant reportBy) {

        @Override
        public String toString() {
            return "Call[at " + at + ", report by " + reportBy + "]";
        }
    }

    /// @param stars 1 to 5
    public record Verdict(int stars, String words) {

        public Verdict {
            if (stars < 1 || stars > 5) {
                throw new IllegalArgumentException("%d stars, expected 1 to 5".formatted(stars));
            }
        }
    }

    /// How far it is.
    public enum State {
        /// 已吹哨
        CALLED,
        /// 已报到
        REPORTED_IN,
        /// 已办结: the community says how it was.
        DONE,
        /// 已评价
        RATED,
        /// 不接哨: with a reason, which the unit above and the community see.
        REFUSED,
        /// 已撤哨: the community let it go.
        RELEASED;

        boolean isOver() {
            return this == RATED || this == RELEASED;
        }
    }

    static Whistle blown(CommunityId community, String id, String number, String unit, Call call) {
        return new Whistle(community, id, number, unit, call, State.CALLED, "", null, 0, null, null, 1);
    }

    /// Whether nobody came in time.
    public boolean isLate(Instant now) {
        var came = reportedAt;
        return state != State.RELEASED && (came == null ? now : came).isAfter(call.reportBy());
    }

    Whistle reportedIn(String name, Instant now) {
        return new Whistle(
                community, id, number, unit, call, State.REPORTED_IN, name, now, refusals, chasedAt, null, version + 1);
    }

    Whistle in(State next) {
        return new Whistle(
                community,
                id,
                number,
                unit,
                call,
                next,
                reporter,
                reportedAt,
                next == State.REFUSED ? refusals + 1 : refusals,
                chasedAt,
                verdict,
                version + 1);
    }

    Whistle calledAgain(Call again) {
        return new Whistle(
                community, id, number, unit, again, State.CALLED, "", null, refusals, null, null, version + 1);
    }

    Whistle rated(Verdict said) {
        return new Whistle(
                community,
                id,
                number,
                unit,
                call,
                State.RATED,
                reporter,
                reportedAt,
                refusals,
                chasedAt,
                said,
                version + 1);
    }

    Whistle chased(Instant now) {
        return new Whistle(
                community, id, number, unit, call, state, reporter, reportedAt, refusals, now, verdict, version + 1);
    }

    @Override
    public String toString() {
        return "Whistle[" + number + ", " + unit + ", " + state + "]";
    }
}
