package org.linli.polls.counting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// The purchases of the run of Equal Shares that decided, in their order. What was chosen before them cost nothing;
/// what [Completion] added afterwards was not bought by anybody's share.
///
/// @param endowment with which each voter began; empty where greedy by votes was preferred
public record Trace(Outcome outcome, String endowment, List<Purchase> purchases) {

    public static Trace of(Election election, Settings settings) {
        var outcome = Rule.EQUAL_SHARES.count(election, settings);
        var purchases = new ArrayList<Purchase>();
        if (!outcome.endowment().isEmpty()) {
            var backers = Backers.of(election, settings.utility());
            new EqualShares(election, backers, settings.ties())
                    .with(
                            ratio(outcome.endowment()),
                            (project, price, funds) -> purchases.add(Purchase.of(
                                    project, election.projects().get(project).cost(), price, backers, funds)));
        }
        return new Trace(outcome, outcome.endowment(), List.copyOf(purchases));
    }

    private static Ratio ratio(String written) {
        var parts = written.split("/", 2);
        return new Ratio(new BigInteger(parts[0]), new BigInteger(parts[1]));
    }
}
