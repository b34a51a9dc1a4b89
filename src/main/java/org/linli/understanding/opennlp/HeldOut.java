package org.linli.understanding.opennlp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/// What the questions' lines say of each example when they have not seen it, so that how far they are to be believed is
/// learnt from what happens with strangers.
///
/// @param readings by example
record HeldOut(List<Readings> readings) {

    private static final int FOLDS = 6;
    private static final long SEED = 11;

    /// @param progress hears shares of the work, from 0 to 1
    static HeldOut of(
            Material material, List<Question> questions, List<String> labels, double cost, DoubleConsumer progress) {
        int[] folds = new Folds(FOLDS, SEED).of(material.rows(), labels);
        var keys = new Keys(material.vocabulary().names());
        var readings = new ArrayList<Readings>(Collections.nCopies(labels.size(), Readings.NOTHING));
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
            progress.accept((fold + 1.0) / (FOLDS + 1));
        }
        return new HeldOut(readings);
    }

    /// Lines, the features that they know, and the words of the examples that they have seen.
    private record Judge(List<LinearSvm> lines, Keys keys, Vocabulary vocabulary, Spellings spellings) {

        Readings read(String said) {
            var heard = new NumberedFeatures(keys);
            heard.listen(said, spellings);
            var written = reading(heard, heard.written(), heard.writtenAll());
            return new Readings(
                    written, heard.known() == heard.written() ? written : reading(heard, heard.known(), heard.all()));
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
