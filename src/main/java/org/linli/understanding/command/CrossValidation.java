package org.linli.understanding.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.linli.understanding.examples.Example;
import org.linli.understanding.opennlp.IntentModel;

/// Learns from all parts but one and guesses that one, each part in turn, so that every example is guessed unseen.
record CrossValidation(int folds) {

    private static final long SEED = 7;

    List<Guess> run(List<Example> examples) throws IOException {
        var parts = parts(examples);
        var guesses = new ArrayList<Guess>();
        for (int unseen = 0; unseen < folds; unseen++) {
            var seen = new ArrayList<Example>();
            for (int part = 0; part < folds; part++) {
                seen.addAll(part == unseen ? List.of() : parts.get(part));
            }
            var model = IntentModel.train(seen);
            parts.get(unseen).forEach(it -> guesses.add(Guess.of(it, model)));
        }
        return guesses;
    }

    /// Each label is spread evenly, in an order that is the same each time.
    private List<List<Example>> parts(List<Example> examples) {
        var shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, new Random(SEED));
        var parts = new ArrayList<List<Example>>();
        for (int i = 0; i < folds; i++) {
            parts.add(new ArrayList<>());
        }
        Map<String, Integer> dealt = new HashMap<>();
        shuffled.forEach(it ->
                parts.get(dealt.merge(it.label(), 1, Integer::sum) % folds).add(it));
        return parts;
    }
}
