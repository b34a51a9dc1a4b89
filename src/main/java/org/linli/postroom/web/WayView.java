package org.linli.postroom.web;

import java.util.List;
import org.linli.channels.Allowance.Rate;
import org.linli.ledger.Uses.Left;
import org.linli.postroom.LookAtWays;

/// One way of sending of an account: whether it is open, and what is left of what the platform allows.
///
/// @param way         a `Way`'s id
/// @param closedUntil empty where it is open
public record WayView(String way, String closedUntil, List<Quota> quotas, List<Pace> paces) {

    /// @param until when it begins anew
    public record Quota(int left, int most, String until) {

        static Quota of(Left it) {
            return new Quota(it.left(), it.quota().most(), SpokenInstant.of(it.until()));
        }

        /// Nothing more goes out by it until then.
        public boolean isSpent() {
            return left == 0;
        }
    }

    /// So many in so many seconds.
    public record Pace(int most, long seconds) {

        static Pace of(Rate it) {
            return new Pace(it.most(), it.per().toSeconds());
        }
    }

    static List<WayView> all(List<LookAtWays.Standing> ways) {
        return ways.stream().map(WayView::of).toList();
    }

    private static WayView of(LookAtWays.Standing it) {
        return new WayView(
                it.way(),
                it.closedUntil() == null ? "" : SpokenInstant.of(it.closedUntil()),
                it.quotas().stream().map(Quota::of).toList(),
                it.paces().stream().map(Pace::of).distinct().toList());
    }

    /// For keys of words: `open`, `closed` by the platform, or `spent`.
    public String state() {
        return !closedUntil.isEmpty() ? "closed" : quotas.stream().anyMatch(Quota::isSpent) ? "spent" : "open";
    }
}
