package org.linli.understanding.opennlp;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.Reason;
import org.linli.understanding.SpeakingUp;
import org.linli.understanding.examples.Example;

/// What was learnt from the examples. Immutable, for any number of threads.
public final class IntentModel {

    /// Part of the name of a stored model: raise it when features or training change.
    public static final int METHOD = 16;

    private final Learnt learnt;
    private final Weights weights;
    private final Layout layout;
    private final AmongNeighbours neighbours;
    private final Addressed addressed;
    private final OutOfScope outOfScope;
    private final AtomicReference<@Nullable NumberedFeatures> spare = new AtomicReference<>();

    IntentModel(StoredMind mind) {
        this.learnt = mind.learnt();
        this.weights = mind.weights();
        this.layout = Layout.of(
                List.copyOf(mind.answers().keySet()), List.copyOf(mind.answers().values()), learnt.scope());
        this.neighbours = new AmongNeighbours(layout, learnt.worth(), learnt.alarm());
        this.addressed = new Addressed(layout.intents());
        this.outOfScope = new OutOfScope(layout, learnt);
    }

    /// Our own labels. Seconds of computation.
    public static IntentModel train(List<Example> examples) throws IOException {
        return train(examples, Scope.NEIGHBOURS, share -> {});
    }

    /// @param progress hears shares of the work, from 0 to 1
    public static IntentModel train(List<Example> examples, Scope scope, DoubleConsumer progress) throws IOException {
        return new IntentModel(new Training(examples, scope, progress).run());
    }

    /// @throws IOException where it is no model, or only a part of one
    public static IntentModel read(InputStream stored) throws IOException {
        return new IntentModel(StoredMind.read(stored));
    }

    /// All labels; the first is the answer, then by confidence. Never empty; the confidences add up to one.
    ///
    /// @param group among neighbours, where nearly everything is chatter: other labels need stronger words
    public List<Ranked> rank(String text, boolean group) {
        return judge(text, group).ranking();
    }

    /// The same, and how sure we may be of danger. For labels that are not ours there is none.
    public Judgement judge(String text, boolean group) {
        var readings = readings(text);
        double[] likely = layout.likely(readings.meant(), learnt.sharpness());
        if (!learnt.scope().isOurs()) {
            return new Judgement(outOfScope.ranking(likely, readings.meant()), 0);
        }
        var evidence = Evidence.of(readings, layout);
        var ranking = ranking(group ? neighbours.confidences(likely, evidence) : inPrivate(likely));
        return new Judgement(ranking, neighbours.danger(evidence));
    }

    /// Two messages at once have an ear each; the one kept is what most of a message's garbage would be.
    private Readings readings(String text) {
        var kept = spare.getAndSet(null);
        var heard = kept == null ? weights.ear() : kept;
        var readings = weights.read(text, heard);
        heard.forget();
        spare.set(heard);
        return readings;
    }

    private double[] inPrivate(double[] likely) {
        double[] confidences = addressed.confidences(likely);
        learnt.truth().tell(confidences);
        return confidences;
    }

    /// What in the words speaks for this label, the strongest first. Empty where nothing does, or it was never taught.
    public List<Reason> why(String text, Intent intent) {
        return new Why(weights, layout.intents(), learnt.sharpness())
                .of(text, readings(text).meant(), intent);
    }

    /// What speaking up in a group means at some thresholds, rising. Empty for labels that are not ours.
    public List<SpeakingUp> speakingUp() {
        return learnt.points();
    }

    /// By insertion: so few are sorted faster so.
    private List<Ranked> ranking(double[] confidences) {
        Ranked[] ranking = new Ranked[confidences.length];
        for (int i = 0; i < ranking.length; i++) {
            int place = i;
            while (place > 0 && ranking[place - 1].confidence() < confidences[i]) {
                ranking[place] = ranking[place - 1];
                place--;
            }
            ranking[place] = new Ranked(layout.intents()[i], confidences[i]);
        }
        return List.of(ranking);
    }
}
