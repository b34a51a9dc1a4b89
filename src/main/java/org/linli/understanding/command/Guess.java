package org.linli.understanding.command;

import java.util.List;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.examples.Example;

/// What a model that has never seen an example makes of it.
///
/// @param ranking   as it would be for a message to the service
/// @param inGroup   as it would be among neighbours
record Guess(Example example, List<Ranked> ranking, List<Ranked> inGroup) {

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
}
