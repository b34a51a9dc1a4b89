package org.linli.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.understanding.examples.Example;
import org.linli.understanding.opennlp.Folds;
import org.linli.understanding.opennlp.IntentModel;
import org.linli.understanding.opennlp.Scope;

/// Asks of messages what is learnt without them: fold by fold, from all the others.
///
/// @param messages the same for both sides, so that both are asked the same
/// @param folds    of each message; what is nearly the same is in one fold
record Unseen(List<Example> messages, List<Integer> folds) {

    private static final int FOLDS = 3;
    private static final long SEED = 4;

    /// What is made of a message.
    ///
    /// @param inPrivate the label
    /// @param inGroup   the likeliest among neighbours
    /// @param danger    that it, or a clause of it, is an emergency
    record Heard(Intent inPrivate, Ranked inGroup, double danger) {

        /// Whether a group would hear of it.
        boolean aloud(double threshold) {
            return inGroup.intent().opensCase() && inGroup.confidence() >= threshold;
        }

        /// What it comes to among neighbours.
        Intent audible(double threshold) {
            return aloud(threshold) ? inGroup.intent() : Intent.CHATTER;
        }
    }

    static Unseen of(List<Example> messages) {
        return new Unseen(
                messages,
                IntStream.of(new Folds(FOLDS, SEED).of(messages)).boxed().toList());
    }

    /// By message. Learns once for each fold, seconds each: blocking.
    ///
    /// @param known    of each message whether it may be learnt from
    /// @param progress hears shares of the work, from 0 to 1
    List<Heard> heard(boolean[] known, DoubleConsumer progress) {
        var heard = new ArrayList<@Nullable Heard>(Collections.nCopies(messages.size(), null));
        for (int fold = 0; fold < FOLDS; fold++) {
            int unseen = fold;
            var model = learnt(
                    IntStream.range(0, messages.size())
                            .filter(i -> known[i] && folds.get(i) != unseen)
                            .mapToObj(messages::get)
                            .toList(),
                    share -> progress.accept((unseen + share) / FOLDS));
            IntStream.range(0, messages.size())
                    .filter(i -> folds.get(i) == unseen)
                    .forEach(i -> heard.set(i, heard(model, messages.get(i).text())));
            progress.accept((fold + 1.0) / FOLDS);
        }
        return heard.stream().map(Objects::requireNonNull).toList();
    }

    private static Heard heard(IntentModel model, String words) {
        var judged = model.judge(words, true);
        return new Heard(
                model.rank(words, false).getFirst().intent(),
                judged.ranking().getFirst(),
                Clauses.danger(words, judged.danger(), it -> alarm(model, it)));
    }

    private static double alarm(IntentModel model, String clause) {
        var head = model.rank(clause, true).getFirst();
        return head.intent().equals(Intent.EMERGENCY) ? head.confidence() : 0;
    }

    private static IntentModel learnt(List<Example> others, DoubleConsumer progress) {
        try {
            return IntentModel.train(others, Scope.NEIGHBOURS, progress);
        } catch (IOException impossible) {
            throw new UncheckedIOException("training reads from memory only", impossible);
        }
    }
}
