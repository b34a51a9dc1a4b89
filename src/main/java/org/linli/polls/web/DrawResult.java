package org.linli.polls.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.linli.polls.Tally;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.RoundChanged.Result;
import org.linli.polls.web.RoundView.Bar;
import org.linli.polls.web.RoundView.Part;

/// The pictures of a result: the budget and the bars.
final class DrawResult {

    private DrawResult() {}

    /// What each winner takes of the budget, side by side.
    static List<Part> parts(long budget, List<Proposal> all, Result result) {
        var parts = new ArrayList<Part>();
        long spent = 0;
        for (int number : result.winners()) {
            var won = all.stream().filter(it -> it.number() == number).findFirst();
            var price = won.map(Proposal::cost).orElse(null);
            long cost = price == null ? 0 : price;
            parts.add(new Part(
                    number, won.map(Proposal::title).orElse(""), cost, share(spent, budget), share(cost, budget)));
            spent += cost;
        }
        return parts;
    }

    private static String share(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / whole);
    }

    /// Winners in the order in which they were chosen, then the others by what they got.
    static List<Bar> bars(Tally tally, Result result) {
        return tally.bars().stream()
                .sorted(Comparator.comparingInt((Tally.Bar it) -> place(result, it))
                        .thenComparing(it -> -tally.length(it)))
                .map(it -> new Bar(
                        result.winners().indexOf(it.choice().number()) + 1,
                        it.choice().number(),
                        it.choice().name(),
                        it.choice().cost(),
                        tally.length(it),
                        it.votes(),
                        result.winners().contains(it.choice().number())))
                .toList();
    }

    private static int place(Result result, Tally.Bar bar) {
        int place = result.winners().indexOf(bar.choice().number());
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
