package org.linli.polls.rounds;

import java.util.List;

/// What is said about a count beside its result.
///
/// @param losses a sentence or three for each project that did not win, by number
/// @param trials what other rules would have chosen from the same ballots
public record Explanation(List<Lost> losses, List<Other> trials) {

    public static final Explanation NONE = new Explanation(List.of(), List.of());

    public Explanation {
        losses = List.copyOf(losses);
        trials = List.copyOf(trials);
    }

    public record Lost(int number, String words) {}

    /// @param rule    a key of messages, like `equal-shares-add1u`
    /// @param winners numbers, in order of choice
    /// @param without how many got nothing of what they wanted
    public record Other(String rule, List<Integer> winners, long cost, long without) {}
}
