package org.linli.polls.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.community.Coordinates;
import org.linli.platform.words.Masked;
import org.linli.polls.rounds.Explanation;
import org.linli.polls.rounds.FindObjections.Recount;
import org.linli.polls.rounds.Objection;
import org.linli.polls.rounds.Proposal;

/// A round as pages show it.
///
/// @param steps  its phases in order
/// @param result `null` until it was counted
/// @param log    path of the log of its vote; empty before
/// @param now    what a resident can do now
/// @param waits  why people do not vote yet though they should; empty where nothing is late
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
        FineView fine,
        String seed,
        int supporters,
        int streetSupporters,
        int age,
        String level,
        List<Step> steps,
        List<ProposalView> proposals,
        List<ObjectionView> objections,
        List<RecountView> recounts,
        @Nullable ResultView result,
        String turnout,
        List<Building> buildings,
        String log,
        String now,
        String waits,
        String path) {

    /// @param state `over`, `now` or `later`
    record Step(String phase, String until, String state) {}

    /// @param pictures how many
    /// @param seen     whether everybody may see them
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
            String tier,
            long guess,
            int pictures,
            boolean seen,
            boolean frozen,
            List<String> news) {

        static ProposalView of(Proposal it, String where, int needed, boolean frozen, List<String> news) {
            var cost = it.cost();
            var guess = it.guess();
            return new ProposalView(
                    it.number(),
                    Masked.words(it.title()),
                    Masked.words(it.words()),
                    where,
                    it.state().name(),
                    it.reason(),
                    cost == null ? 0 : cost,
                    it.unit(),
                    it.supporters(),
                    it.supporters() >= needed,
                    it.tier().name(),
                    guess == null ? 0 : guess,
                    it.pictures().size(),
                    ProposalPictures.isPublic(it),
                    frozen,
                    news);
        }
    }

    /// @param about   number of a proposal; 0: the whole result
    /// @param verdict empty while it is open
    record ObjectionView(int number, int about, String words, String caseNumber, String answer, String verdict) {

        static ObjectionView of(Objection it) {
            var verdict = it.verdict();
            return new ObjectionView(
                    it.number(),
                    it.proposal(),
                    Masked.words(it.words()),
                    it.caseNumber(),
                    it.answer(),
                    verdict == null ? "" : verdict.name());
        }

        public boolean open() {
            return verdict.isEmpty();
        }
    }

    /// @param objection for which it was counted again
    /// @param before    winners then, as people read them
    /// @param out       what was taken out; may be empty
    record RecountView(int objection, String before, String after, String out) {

        static RecountView of(Recount it) {
            return new RecountView(it.objection(), joined(it.before()), joined(it.after()), joined(it.takenOut()));
        }

        private static String joined(List<Integer> numbers) {
            return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
    }

    /// @param parts of the picture of the budget
    /// @param few   so few ballots that they are not broken down
    /// @param alone so many of a hundred ballots nobody else cast, so that who knows a part of one may recognize it
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
            Explanation why,
            int alone) {}

    /// @param shown whether enough took part there to be told apart
    /// @param at    `null` where nobody has said where it is
    record Building(
            String name,
            long voters,
            long voted,
            boolean shown,
            @Nullable Coordinates at) {}

    /// @param from  where it begins, in hundredths of a percent of the budget
    /// @param width as wide
    record Part(int number, String title, long cost, String from, String width) {}

    record Bar(int place, int number, String title, long cost, long length, int votes, boolean won) {}
}
