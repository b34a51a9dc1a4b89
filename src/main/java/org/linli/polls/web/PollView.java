package org.linli.polls.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.SpokenTime;
import org.linli.polls.BallotBox.Turnout;
import org.linli.polls.Poll;
import org.linli.polls.Tally;

/// A poll as pages show it.
///
/// @param secret  whether it is voted in private alone
/// @param few     whether so few voted in secret that no bars are shown
/// @param longest what the longest bar stands for
/// @param bars    empty where they are not shown, or not yet
/// @param path    empty where there is no page for everybody
/// @param example how this ballot is written
/// @param meter   `null` but for owners
record PollView(
        int number,
        String question,
        String kind,
        String voice,
        String where,
        String until,
        boolean open,
        boolean hidden,
        boolean secret,
        boolean few,
        long voted,
        int ballots,
        long longest,
        List<Bar> bars,
        String path,
        String example,
        @Nullable MeterView meter) {

    /// @param length what bars are compared by
    record Bar(int number, String name, long length, int votes, boolean first) {}

    /// The same on a page of another address.
    PollView at(String page) {
        return new PollView(
                number, question, kind, voice, where, until, open, hidden, secret, few, voted, ballots, longest, bars,
                page, example, meter);
    }

    static PollView of(
            Poll it,
            Tally tally,
            Turnout turnout,
            String where,
            SpokenTime time,
            String example,
            @Nullable MeterView meter) {
        var first = tally.first();
        return new PollView(
                it.number(),
                it.question(),
                it.paper().kind().name(),
                it.electorate().voice().name(),
                where,
                time.at(it.closesAt()),
                it.isOpen(),
                !it.showsBars(),
                it.electorate().frozen(),
                it.showsBars() && tally.betrays(it),
                turnout.voted(),
                tally.ballots(),
                tally.longest(),
                it.showsBars() && !tally.betrays(it)
                        ? tally.bars().stream()
                                .map(bar -> new Bar(
                                        bar.choice().number(),
                                        bar.choice().name(),
                                        tally.length(bar),
                                        bar.votes(),
                                        first.contains(bar.choice())))
                                .toList()
                        : List.of(),
                it.electorate().isAudience()
                        ? ""
                        : "/polls/%s/%d".formatted(it.community().value(), it.number()),
                example,
                meter);
    }
}
