package org.linli.polls.web;

import static org.linli.polls.web.RoundForm.named;
import static org.linli.polls.web.RoundForm.number;
import static org.linli.polls.web.RoundForm.said;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.log.Level;
import org.linli.polls.rounds.FinePrint;
import org.linli.polls.rounds.Rules;

/// Reads how a round is to be voted and counted. Pure.
record ReadRules(RoundForm form, FineForm fine) {

    /// By field, see [ReadRound#troubles].
    Map<String, String> troubles() {
        var wrong = new LinkedHashMap<String, String>();
        unless(named(BallotKind.values(), form.kind()), "kind", "KIND", wrong);
        unless(Rule.named(said(form.rule())), "rule", "RULE", wrong);
        unless(completion(), "completion", "COMPLETION_UNKNOWN", wrong);
        unless(Level.named(said(form.level())), "level", "LEVEL", wrong);
        fine.read(kind(), wrong);
        rules().fault().ifPresent(it -> wrong.putIfAbsent(field(it), it.name()));
        if (!wrong.containsKey("rule")) {
            rules().fineFault().ifPresent(it -> wrong.putIfAbsent(field(it), it.name()));
        }
        return wrong;
    }

    Rules rules() {
        return new Rules(
                number(form.budget(), 12),
                kind(),
                (int) number(form.most(), 6),
                form.knapsack() != null,
                Rule.named(said(form.rule())).orElse(Rule.EQUAL_SHARES),
                completion().orElse(Completion.NONE),
                said(form.seed()),
                Level.named(said(form.level())).orElse(Level.BALLOTS),
                fine.read(kind(), new LinkedHashMap<>()));
    }

    private BallotKind kind() {
        return named(BallotKind.values(), form.kind()).orElse(BallotKind.SEVERAL);
    }

    /// Nothing said: it stays.
    private Optional<Completion> completion() {
        String typed = said(form.completion());
        return typed.isEmpty() ? Optional.of(Completion.NONE) : Completion.named(typed);
    }

    private static void unless(Optional<?> read, String field, String why, Map<String, String> wrong) {
        if (read.isEmpty()) {
            wrong.put(field, why);
        }
    }

    private static String field(Rules.Fault fault) {
        return switch (fault) {
            case BUDGET -> "budget";
            case MOST -> "most";
            case KNAPSACK -> "knapsack";
            case RULE_FOR_APPROVAL, RULE_FOR_RANKED -> "rule";
            case COMPLETION -> "completion";
            case SEED -> "seed";
        };
    }

    private static String field(FinePrint.Fault fault) {
        return switch (fault) {
            case UTILITY -> "utility";
            case START -> "start";
            case COMPARISON -> "comparison";
            case EXHAUSTIVE -> "exhaustive";
            case INCREMENT -> "increment";
            case THRESHOLD -> "threshold";
            case SEATS -> "seats";
        };
    }
}
