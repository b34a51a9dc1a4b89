package org.linli.understanding.command;

import java.util.List;
import org.linli.understanding.Clauses;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.examples.Example;
import org.linli.understanding.opennlp.IntentModel;

/// What a model that has never seen an example makes of it.
///
/// @param ranking   as it would be for a message to the service
/// @param inGroup   as it would be among neighbours
/// @param danger    how sure we may be that it, or a clause of it, is an emergency
record Guess(Example example, List<Ranked> ranking, List<Ranked> inGroup, double danger) {

    /// Of a model with our own labels.
    static Guess of(Example example, IntentModel model) {
        var inGroup = model.judge(example.text(), true);
        double danger = Clauses.danger(example.text(), inGroup.danger(), it -> alarm(model, it));
        return new Guess(example, model.rank(example.text(), false), inGroup.ranking(), danger);
    }

    private static double alarm(IntentModel model, String clause) {
        var head = model.rank(clause, true).getFirst();
        return head.intent().equals(Intent.EMERGENCY) ? head.confidence() : 0;
    }

    String label() {
        return example.label();
    }

    String guessed() {
        return ranking.getFirst().intent().label();
    }

    double confidence() {
        return ranking.getFirst().confidence();
    }

    boolean right() {
        return label().equals(guessed());
    }

    /// Whether the service would speak in a group with this threshold.
    boolean speaks(double threshold) {
        var head = inGroup.getFirst();
        return head.intent().opensCase() && head.confidence() >= threshold;
    }

    boolean opensCase() {
        return new Intent(label()).opensCase();
    }

    /// Whether it is worth a word in a group of ours, or has a label of its own elsewhere.
    boolean isWorthy(String outside) {
        return isOurs(outside) ? opensCase() : !label().equals(outside);
    }

    /// How sure we are that it is worth a word: the confidence from which on we would speak.
    double loudness(String outside) {
        if (isOurs(outside)) {
            return inGroup.stream()
                    .filter(it -> it.intent().opensCase())
                    .mapToDouble(Ranked::confidence)
                    .findFirst()
                    .orElse(0);
        }
        return 1 - confidenceIn(outside);
    }

    /// Whether it would be understood if it were taken up.
    boolean isRightlyHeard(String outside) {
        return isOurs(outside)
                ? label().equals(inGroup.getFirst().intent().label())
                : label().equals(bestOtherThan(outside));
    }

    String bestOtherThan(String outside) {
        return ranking.stream()
                .map(it -> it.intent().label())
                .filter(it -> !it.equals(outside))
                .findFirst()
                .orElse("");
    }

    private double confidenceIn(String label) {
        return ranking.stream()
                .filter(it -> it.intent().label().equals(label))
                .mapToDouble(Ranked::confidence)
                .findFirst()
                .orElse(0);
    }

    private static boolean isOurs(String outside) {
        return outside.equals(Intent.CHATTER.label());
    }
}
