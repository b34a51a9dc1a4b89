package org.linli.polls.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.linli.polls.Poll;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Marks;
import org.linli.polls.web.OpenBallots.Opened;

/// A voter's ballot paper as the page shows it.
///
/// @param budget what may be chosen together may cost, in yuan; 0: whatever it costs
/// @param send    names the attempt that this page would make
/// @param receipt code of the ballot that is in; empty: none
record BallotView(
        int number,
        String question,
        String kind,
        int most,
        long budget,
        boolean open,
        boolean voted,
        String until,
        List<Line> lines,
        String path,
        String poll,
        String send,
        String receipt) {

    /// @param until when it closes, as people say it
    static BallotView of(
            Opened opened,
            ToIntFunction<Choice> beside,
            Instant now,
            String until,
            String send,
            boolean voted,
            String receipt) {
        var poll = opened.poll();
        var budget = poll.paper().budget();
        return new BallotView(
                poll.number(),
                poll.question(),
                poll.paper().kind().name(),
                poll.paper().most(),
                budget == null ? 0 : budget,
                poll.takesBallots(now),
                voted,
                until,
                lines(poll, beside, opened.ticket()),
                opened.path(),
                opened.standing(),
                send,
                receipt);
    }

    /// @param given the place on a ranked paper, points on others, 0: not marked
    record Line(int number, String name, long cost, int given) {}

    @Override
    public String toString() {
        return "BallotView[]";
    }

    /// Nobody is first on everybody's paper: each voter has an order of their own, the same each time.
    ///
    /// @param beside what stands beside each choice
    static List<Line> lines(Poll poll, ToIntFunction<Choice> beside, String ticket) {
        var shuffled = new ArrayList<>(poll.paper().choices());
        Collections.shuffle(shuffled, new Random(ticket.hashCode()));
        return shuffled.stream()
                .map(it -> new Line(it.number(), it.name(), it.cost(), beside.applyAsInt(it)))
                .toList();
    }

    static int given(Poll poll, Marks marks, Choice choice) {
        return switch (poll.paper().kind()) {
            case ONE, SEVERAL, POINTS, SCORES -> marks.points(choice.number());
            case RANKED -> marks.numbers().indexOf(choice.number()) + 1;
        };
    }
}
