package org.linli.polls.explaining;

import java.util.OptionalInt;
import java.util.OptionalLong;

/// Why one project did not win, and the nearest changes with which it would have.
///
/// @param project its place in [org.linli.polls.counting.Election#projects()]
/// @param other the project to which it lost, where the cause names one
/// @param moreVotes so many more people, who want nothing else, would have been enough, and one less would not; empty
///            where no number of them would
/// @param lowerCost at that cost, in the smallest unit of money, it would have won, and at one unit more it would not;
///            empty where not even the least cost would have been low enough, or where nothing costs anything
public record Loss(int project, Cause cause, OptionalInt other, OptionalLong moreVotes, OptionalLong lowerCost) {

    /// In plain words: `templates/polls/losses.properties`.
    public enum Cause {
        /// It was withdrawn.
        WITHDRAWN,
        /// It costs more than all there is.
        OVER_BUDGET,
        /// It costs more than its category or area may.
        OVER_CAP,
        /// Nobody wanted it.
        UNWANTED,
        /// Another one won, and only one of both may.
        EXCLUDED,
        /// It had fewer votes than were required.
        BELOW_THRESHOLD,
        /// What others left was less than it costs.
        MONEY_GONE,
        /// Its supporters could not pay for it with their shares.
        SHARES_GONE,
        /// Others were ranked before it.
        OUTRANKED
    }
}
