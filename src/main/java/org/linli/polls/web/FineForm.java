package org.linli.polls.web;

import static org.linli.polls.web.RoundForm.number;
import static org.linli.polls.web.RoundForm.said;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Settings.Start;
import org.linli.polls.counting.Utility;
import org.linli.polls.rounds.FinePrint;
import org.linli.polls.rounds.FinePrint.Ties;

/// What staff declares beside the rule, as it was typed: anything may be missing, which is as usual, or wrong.
record FineForm(
        @Nullable String utility,
        @Nullable String start,
        @Nullable String exhaustive,
        @Nullable String comparison,
        @Nullable String increment,
        @Nullable String threshold,
        @Nullable String seats,
        @Nullable String ties) {

    private static final int DIGITS = 7;

    static FineForm empty() {
        return new FineForm("", Start.FLOOR.word(), null, null, "1", "", "", Ties.COST_VOTES.name());
    }

    /// What is in none of the lists goes to `wrong`, by field.
    FinePrint read(BallotKind kind, Map<String, String> wrong) {
        var usual = FinePrint.usual(kind);
        return new FinePrint(
                chosen(utility, usual.utility(), Utility.named(said(utility)), "utility", wrong),
                chosen(start, usual.start(), Start.named(said(start)), "start", wrong),
                exhaustive != null,
                comparison != null,
                typed(increment, 1),
                typed(threshold, 0),
                (int) typed(seats, 0),
                chosen(ties, usual.ties(), named(), "ties", wrong));
    }

    private Optional<Ties> named() {
        return Arrays.stream(Ties.values())
                .filter(it -> it.name().equals(said(ties)))
                .findFirst();
    }

    private static <T> T chosen(
            @Nullable String typed, T usual, Optional<T> found, String field, Map<String, String> wrong) {
        if (!said(typed).isEmpty() && found.isEmpty()) {
            wrong.put(field, "LIST");
        }
        return found.orElse(usual);
    }

    private static long typed(@Nullable String typed, long otherwise) {
        return said(typed).isEmpty() ? otherwise : number(typed, DIGITS);
    }

    @Override
    public String toString() {
        return "FineForm[]";
    }
}
