package org.linli.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linli.understanding.Comparison.Checked;
import org.linli.understanding.Comparison.OfLabel;
import org.linli.understanding.examples.Example;
import org.linli.understanding.examples.Examples;
import org.linli.understanding.opennlp.IntentModel;
import org.linli.understanding.opennlp.StoredModels;
import org.springframework.stereotype.Component;

/// Compares what is learnt from changed examples with what was learnt from those before.
///
/// One example in five is held out, always the same ones: which, its words decide. Both sides learn without them, so
/// that neither knows the answers; corrections are asked of the models as they are or would be in use.
@Component
public class CompareIntents {

    private static final int FOLDS = 5;

    /// What one model makes of the examples that were held out.
    private record Marks(Map<String, Integer> right, int disturbed) {

        static Marks of(IntentModel model, List<Example> asked, double threshold) {
            var right = new TreeMap<String, Integer>();
            int disturbed = 0;
            for (Example it : asked) {
                boolean known = top(model, it.text(), false).intent().label().equals(it.label());
                right.merge(it.label(), known ? 1 : 0, Integer::sum);
                disturbed += isChatter(it) && speaksUp(top(model, it.text(), true), threshold) ? 1 : 0;
            }
            return new Marks(right, disturbed);
        }

        int all() {
            return right.values().stream().mapToInt(Integer::intValue).sum();
        }

        int of(String label) {
            return right.getOrDefault(label, 0);
        }

        private static boolean speaksUp(Ranked guess, double threshold) {
            return guess.intent().opensCase() && guess.confidence() >= threshold;
        }
    }

    private final StoredModels models;

    CompareIntents(UnderstandingProperties properties, Clock clock) {
        this.models = new StoredModels(properties.cache(), clock);
    }

    /// Learns three times, seconds each: blocking. Signals by an exception where the files cannot be learnt from.
    ///
    /// @param before    the files as they are in use
    /// @param threshold the confidence from which a group hears us
    public Comparison compare(
            SortedMap<String, String> before,
            SortedMap<String, String> after,
            List<Correction> corrections,
            double threshold) {
        var asked = Examples.read(before).all().stream()
                .filter(CompareIntents::isHeldOut)
                .toList();
        var present = Marks.of(learnt(before), asked, threshold);
        var changed = Marks.of(learnt(after), asked, threshold);
        return new Comparison(
                asked.size(),
                present.all(),
                changed.all(),
                (int) asked.stream().filter(CompareIntents::isChatter).count(),
                present.disturbed(),
                changed.disturbed(),
                labels(asked, present, changed),
                checked(corrections, models.of(before), models.of(after)));
    }

    private static boolean isHeldOut(Example it) {
        return Math.floorMod(it.text().hashCode(), FOLDS) == 0;
    }

    private static boolean isChatter(Example it) {
        return it.label().equals(Intent.CHATTER.label());
    }

    private static IntentModel learnt(SortedMap<String, String> files) {
        var known =
                Examples.read(files).all().stream().filter(it -> !isHeldOut(it)).toList();
        try {
            return IntentModel.train(known);
        } catch (IOException impossible) {
            throw new UncheckedIOException("training reads from memory only", impossible);
        }
    }

    private static List<OfLabel> labels(List<Example> asked, Marks present, Marks changed) {
        return asked.stream()
                .collect(Collectors.groupingBy(Example::label, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(it -> present.of(it.getKey()) != changed.of(it.getKey()))
                .map(it -> new OfLabel(
                        it.getKey(), it.getValue().intValue(), present.of(it.getKey()), changed.of(it.getKey())))
                .toList();
    }

    private static List<Checked> checked(List<Correction> corrections, IntentModel before, IntentModel after) {
        return corrections.stream()
                .map(it -> new Checked(it, guess(before, it), guess(after, it)))
                .toList();
    }

    private static String guess(IntentModel model, Correction it) {
        return top(model, it.words(), it.inGroup()).intent().label();
    }

    private static Ranked top(IntentModel model, String words, boolean group) {
        return model.rank(words, group).getFirst();
    }
}
