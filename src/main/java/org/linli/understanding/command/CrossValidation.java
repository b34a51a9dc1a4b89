package org.linli.understanding.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.understanding.examples.Example;
import org.linli.understanding.opennlp.Folds;
import org.linli.understanding.opennlp.IntentModel;

/// Learns from all parts but one and guesses that one, each part in turn, so that every example is guessed unseen, and
/// none has been seen in nearly the same words.
record CrossValidation(int folds) {

    private static final long SEED = 7;

    List<Guess> run(List<Example> examples) throws IOException {
        int[] parts = new Folds(folds, SEED).of(examples);
        var guesses = new ArrayList<Guess>();
        for (int part = 0; part < folds; part++) {
            int unseen = part;
            var model = IntentModel.train(where(examples, i -> parts[i] != unseen));
            where(examples, i -> parts[i] == unseen).forEach(it -> guesses.add(Guess.of(it, model)));
        }
        return guesses;
    }

    private static List<Example> where(List<Example> examples, IntPredicate meant) {
        return IntStream.range(0, examples.size())
                .filter(meant)
                .mapToObj(examples::get)
                .toList();
    }
}
