package org.linli.polls.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Utility;
import org.linli.polls.rounds.FinePrint;
import org.linli.polls.rounds.Rules;

/// Something that can be chosen for some ballots alone.
///
/// @param kinds of ballots, with spaces between
public record OfferedRule(String word, String kinds) {

    /// The one that most rounds use first.
    static List<OfferedRule> all() {
        return Arrays.stream(Rule.values())
                .sorted((one, other) -> Boolean.compare(other == Rule.EQUAL_SHARES, one == Rule.EQUAL_SHARES))
                .map(it -> new OfferedRule(it.word(), spaced(Rules.kinds(it))))
                .toList();
    }

    static List<OfferedRule> utilities() {
        return Arrays.stream(Utility.values())
                .map(it -> new OfferedRule(
                        it.word(),
                        spaced(Arrays.stream(BallotKind.values())
                                .filter(kind -> FinePrint.utilities(kind).contains(it))
                                .toList())))
                .toList();
    }

    private static String spaced(List<BallotKind> kinds) {
        return kinds.stream().map(BallotKind::name).collect(Collectors.joining(" "));
    }
}
