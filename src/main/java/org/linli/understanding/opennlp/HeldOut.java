package org.linli.understanding.opennlp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/// What the questions' lines say of each example when they have not seen it, so that how far they are to be believed is
/// learnt from what happens with strangers.
///
/// @param readings   by example
/// @param breathless of examples outside the scope, as they would be without their pauses, where they are long enough
record HeldOut(List<Readings> readings, List<Readings> breathless) {

    private static final int FOLDS = 6;
    private static final long SEED = 11;

    /// @param outside  the label of what is outside the scope
    /// @param progress hears shares of the work, from 0 to 1
    static HeldOut of(
            Material material,
            List<Question> questions,
            List<String> labels,
            String outside,
            double cost,
            DoubleConsumer progress) {
        int[] folds = new Folds(FOLDS, SEED).of(material.rows(), labels);
        var keys = new Keys(material.vocabulary().names());
        var readings = new ArrayList<Readings>(Collections.nCopies(labels.size(), Readings.NOTHING));
        var breathless = new ArrayList<Readings>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int unseen = fold;
            int[] seen = IntStream.range(0, folds.length)
                    .filter(i -> folds[i] != unseen)
                    .toArray();
            var lines = questions.stream()
                    .map(it -> it.learn(material.rows(), seen, cost))
                    .toList();
            var judge = new Judge(
                    lines,
                    keys.only(material.rows().only(seen).seen()),
                    material.vocabulary(),
                    LearnSpellings.from(material.texts(seen)));
            IntStream.range(0, folds.length)
                    .filter(i -> folds[i] == unseen)
                    .forEach(i -> readings.set(i, judge.read(material.said().get(i))));
            IntStream.range(0, folds.length)
                    .filter(i -> folds[i] == unseen && labels.get(i).equals(outside))
                    .mapToObj(i -> Breathless.of(material.texts().get(i)))
                    .filter(Breathless::is)
                    .forEach(it -> breathless.add(judge.read(it)));
            progress.accept((fold + 1.0) / (FOLDS + 1));
        }
        return new HeldOut(readings, breathless);
    }

    /// Lines, the features that they know, and the words of the examples that they have seen.
    private record Judge(List<LinearSvm> lines, Keys keys, Vocabulary vocabulary, Spellings spellings) {

        Readings read(String said) {
            var heard = new NumberedFeatures(keys);
            heard.listen(said, spellings);
            var written = reading(heard, heard.written(), heard.writtenAll());
            return new Readings(
                    written,
                    heard.known() == heard.written() ? written : reading(heard, heard.known(), heard.all()),
                    heard.isBreathless());
        }

        private Reading reading(NumberedFeatures heard, int known, int all) {
            int[] row = new int[known + 1];
            for (int i = 0; i < known; i++) {
                row[i + 1] = heard.name(i);
            }
            float[] values = vocabulary.values(row);
            return Reading.of(lines.stream().map(it -> it.margins(row, values)).toList(), known, all);
        }
    }
}
