package org.linli.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.platform.words.Folder;
import org.linli.understanding.examples.Example;
import org.linli.understanding.examples.Examples;
import org.linli.understanding.opennlp.Folds;
import org.linli.understanding.opennlp.IntentModel;

/// Our examples in five folds, the same as those of `intents test`, each with a model that has not seen it. Learnt once
/// for all tests that ask: that takes minutes.
public final class OurFolds {

    private static final int FOLDS = 5;
    private static final long SEED = 7;

    /// @param unseen what the model does not know
    public record Fold(IntentModel model, List<Example> unseen) {

        /// Without places, times and what else a sentence names.
        public Understand understand() {
            return (text, group, _) -> {
                var judged = model.judge(text, group);
                var head = judged.ranking().getFirst();
                return new Understanding(
                        head.intent(), head.confidence(), judged.ranking(), Entities.NONE, judged.danger());
            };
        }
    }

    private static final class Learnt {
        static final List<Fold> FOLDS;

        static {
            try {
                FOLDS = List.copyOf(learn(read()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private OurFolds() {}

    public static List<Fold> all() {
        return Learnt.FOLDS;
    }

    private static List<Example> read() throws IOException {
        return Examples.read(new Folder("intents").read(".yml")).all();
    }

    private static List<Fold> learn(List<Example> examples) throws IOException {
        int[] folds = new Folds(FOLDS, SEED).of(examples);
        var all = new ArrayList<Fold>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int unseen = fold;
            var model = IntentModel.train(where(examples, i -> folds[i] != unseen));
            all.add(new Fold(model, where(examples, i -> folds[i] == unseen)));
        }
        return all;
    }

    private static List<Example> where(List<Example> examples, IntPredicate meant) {
        return IntStream.range(0, examples.size())
                .filter(meant)
                .mapToObj(examples::get)
                .toList();
    }
}
