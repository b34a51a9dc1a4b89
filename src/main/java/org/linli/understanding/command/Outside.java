package org.linli.understanding.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How well messages of no label are told from the others, at the bar that the training has chosen.
///
/// @param closed   the share of messages with a label that would be right if none were turned away
/// @param accuracy the share of them that is right
/// @param recall   the share of messages without a label that is turned away
/// @param auroc    the chance that a message with a label seems more like one than a message without
record Outside(double closed, double accuracy, double recall, double auroc) {

    static Outside of(List<Guess> guesses, String label) {
        var inside = guesses.stream().filter(it -> !it.label().equals(label)).toList();
        var outside = guesses.stream().filter(it -> it.label().equals(label)).toList();
        return new Outside(
                share(
                        inside.stream()
                                .filter(it -> it.label().equals(it.bestOtherThan(label)))
                                .count(),
                        inside),
                share(inside.stream().filter(Guess::right).count(), inside),
                share(outside.stream().filter(Guess::right).count(), outside),
                outside.isEmpty() ? 0 : Rejection.auroc(guesses, label));
    }

    Map<String, Double> numbers() {
        var numbers = new LinkedHashMap<String, Double>();
        numbers.put("in_scope_accuracy_without_rejection", closed);
        numbers.put("in_scope_accuracy", accuracy);
        numbers.put("out_of_scope_recall", recall);
        numbers.put("auroc", auroc);
        return numbers;
    }

    private static double share(long some, List<?> all) {
        return all.isEmpty() ? 0 : (double) some / all.size();
    }
}
