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
record HeldOut(List<Reading> readings) {

    private static final int FOLDS = 6;
    private static final long SEED = 11;

    /// @param progress hears shares of the work, from 0 to 1
    static HeldOut of(Rows rows, List<Question> questions, List<String> labels, double cost, DoubleConsumer progress) {
        int[] folds = new Folds(FOLDS, SEED).of(rows, labels);
        var readings = new ArrayList<Reading>(Collections.nCopies(labels.size(), Reading.NOTHING));
        for (int fold = 0; fold < FOLDS; fold++) {
            int unseen = fold;
            int[] seen = IntStream.range(0, folds.length)
                    .filter(i -> folds[i] != unseen)
                    .toArray();
            var lines = questions.stream().map(it -> it.learn(rows, seen, cost)).toList();
            var judge = new Judge(lines, rows.only(seen).seen());
            IntStream.range(0, folds.length)
                    .filter(i -> folds[i] == unseen)
                    .forEach(i -> readings.set(i, judge.read(rows.features()[i], rows.values()[i])));
            progress.accept((fold + 1.0) / (FOLDS + 1));
        }
        return new HeldOut(readings);
    }

    /// Lines, and the features that they know.
    private record Judge(List<LinearSvm> lines, boolean[] seen) {

        Reading read(int[] features, float[] values) {
            int[] known = IntStream.of(features).filter(it -> seen[it]).toArray();
            float[] louder = new float[known.length];
            double square = 0;
            for (int from = 0, to = 0; from < features.length; from++) {
                if (seen[features[from]]) {
                    louder[to++] = values[from];
                    square += from == 0 ? 0 : values[from] * values[from];
                }
            }
            for (int i = 1; i < louder.length; i++) {
                louder[i] /= (float) Math.sqrt(square);
            }
            return Reading.of(
                    lines.stream().map(it -> it.margins(known, louder)).toList(),
                    known.length - 1,
                    features.length - 1);
        }
    }
}
