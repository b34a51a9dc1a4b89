package org.linli.polls.web;

import org.linli.polls.counting.Rule;
import org.linli.polls.rounds.FinePrint;
import org.linli.polls.rounds.Rules;

/// What a round declares beside its rule, as pages show it.
///
/// @param utility   empty where the rule does not ask
/// @param start     empty but for Equal Shares
/// @param increment 0 where shares are not raised
public record FineView(
        String utility,
        String start,
        boolean exhaustive,
        boolean comparison,
        long increment,
        long threshold,
        int seats,
        String ties,
        boolean isOfRankings) {

    static FineView of(Rules rules) {
        var fine = rules.fine();
        boolean shares = rules.rule() == Rule.EQUAL_SHARES;
        return new FineView(
                FinePrint.BY_UTILITY.contains(rules.rule()) ? fine.utility().word() : "",
                shares ? fine.start().word() : "",
                fine.exhaustive(),
                fine.comparison(),
                shares && rules.completion().adds() ? fine.increment() : 0,
                fine.threshold(),
                fine.seats(),
                fine.ties().name(),
                Rules.isOfRankings(rules.rule()) && rules.rule() != Rule.STV);
    }
}
