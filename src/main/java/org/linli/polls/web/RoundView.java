package org.linli.polls.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.polls.rounds.Explanation;
import org.linli.polls.rounds.Proposal;

/// A round as pages show it.
///
/// @param steps  its phases in order
/// @param result `null` until it was counted
/// @param log    path of the log of its vote; empty before
record RoundView(
        int number,
        String title,
        String where,
        String phase,
        long budget,
        String kind,
        int most,
        boolean knapsack,
        String voice,
        String rule,
        String completion,
        String seed,
        int supporters,
        List<Step> steps,
        List<ProposalView> proposals,
        List<ObjectionView> objections,
        @Nullable ResultView result,
        String turnout,
        List<Building> buildings,
        String log,
        String path) {

    /// @param state `over`, `now` or `later`
    record Step(String phase, String until, String state) {}

    record ProposalView(
            int number,
            String title,
            String words,
            String where,
            String state,
            String reason,
            long cost,
            String unit,
            int supporters,
            boolean enough,
            List<String> news) {

        static ProposalView of(Proposal it, String where, int needed, List<String> news) {
            var cost = it.cost();
            return new ProposalView(
                    it.number(),
                    it.title(),
                    it.words(),
                    where,
                    it.state().name(),
                    it.reason(),
                    cost == null ? 0 : cost,
                    it.unit(),
                    it.supporters(),
                    it.supporters() >= needed,
                    news);
        }
    }

    record ObjectionView(int number, String words, String answer, boolean open) {}

    /// @param parts of the picture of the budget
    /// @param few   so few ballots that they are not broken down
    /// @param why   empty until it is worked out
    record ResultView(
            int ballots,
            long cost,
            long left,
            String drawn,
            String counted,
            boolean few,
            long longest,
            List<Part> parts,
            List<Bar> bars,
            Explanation why) {}

    /// @param shown whether enough took part there to be told apart
    record Building(String name, long voters, long voted, boolean shown) {}

    /// @param from  where it begins, in hundredths of a percent of the budget
    /// @param width as wide
    record Part(int number, String title, long cost, String from, String width) {}

    record Bar(int place, int number, String title, long cost, long length, int votes, boolean won) {}
}
