package org.linli.understanding.opennlp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.examples.Example;

/// What was learnt from the examples. Immutable, for any number of threads.
public final class IntentModel {

    /// Part of the name of a stored model: raise it when features or training change.
    public static final int METHOD = 4;

    private static final double COST = 1;

    /// How many times likelier chatter is in a group than in the examples. Chosen so that at the threshold 0.7 about
    /// one in 200 of our (difficult) chatter examples is taken for a report.
    private static final double CHATTER_IN_GROUPS = 48;

    private static final String SPEAK = "speak";
    private static final String SILENT = "silent";

    static {
        ExtensionLoader.registerAllowedPackage(IntentModel.class.getPackageName());
    }

    private final DoccatModel labels;
    private final DoccatModel gate;
    private final Intent[] intents;

    private IntentModel(DoccatModel labels, DoccatModel gate) {
        this.labels = labels;
        this.gate = gate;
        var outcomes = labels.getMaxentModel();
        this.intents = IntStream.range(0, outcomes.getNumOutcomes())
                .mapToObj(i -> new Intent(outcomes.getOutcome(i)))
                .toArray(Intent[]::new);
    }

    /// Seconds of computation.
    public static IntentModel train(List<Example> examples) throws IOException {
        var forGate = examples.stream().filter(it -> !gateOf(it).isEmpty()).toList();
        return new IntentModel(train(examples, Example::label), train(forGate, IntentModel::gateOf));
    }

    public static IntentModel read(InputStream stored) throws IOException {
        var parts = new DataInputStream(stored);
        return new IntentModel(readPart(parts), readPart(parts));
    }

    public void write(OutputStream stored) throws IOException {
        var parts = new DataOutputStream(stored);
        for (DoccatModel part : List.of(labels, gate)) {
            var bytes = new ByteArrayOutputStream();
            part.serialize(bytes);
            parts.writeInt(bytes.size());
            bytes.writeTo(parts);
        }
        parts.flush();
    }

    /// All labels, the likeliest first. Never empty; the confidences add up to one.
    ///
    /// @param group among neighbours, where nearly everything is [Intent#CHATTER]: other labels need stronger words
    public List<Ranked> rank(String text, boolean group) {
        var features = Features.of(text);
        double[] confidences = labels.getMaxentModel().eval(features.names(), features.values());
        if (group) {
            amongNeighbours(confidences, features);
        }
        var ranking = new ArrayList<Ranked>(intents.length);
        for (int i = 0; i < intents.length; i++) {
            ranking.add(new Ranked(intents[i], confidences[i]));
        }
        ranking.sort(Comparator.comparingDouble(Ranked::confidence).reversed());
        return ranking;
    }

    /// Bayes' rule with the chances of a group instead of those of the examples, and with a second opinion: the gate
    /// has only learnt to tell what opens a case from chatter.
    private void amongNeighbours(double[] confidences, Features features) {
        var judge = gate.getMaxentModel();
        double speak = judge.eval(features.names(), features.values())[judge.getIndex(SPEAK)];
        double sum = 0;
        for (int i = 0; i < intents.length; i++) {
            confidences[i] *= intents[i].opensCase() ? speak : 1 - speak;
            confidences[i] *= intents[i].equals(Intent.CHATTER) ? CHATTER_IN_GROUPS : 1;
            sum += confidences[i];
        }
        for (int i = 0; i < intents.length; i++) {
            confidences[i] /= sum;
        }
    }

    private static DoccatModel train(List<Example> examples, Function<Example, String> outcome) throws IOException {
        var events = new ArrayList<Event>();
        for (Example it : examples) {
            var features = Features.of(it.text());
            events.add(new Event(outcome.apply(it), features.names(), features.values()));
        }
        Map<String, String> report = new HashMap<>();
        var trained = TrainerFactory.getEventTrainer(parameters(), report)
                .train(ObjectStreamUtils.createObjectStream(events));
        return new DoccatModel(
                "zh", trained, report, new DoccatFactory(new FeatureGenerator[] {new MessageFeatures()}));
    }

    /// Empty for what the gate does not learn from: requests that a group never hears.
    private static String gateOf(Example it) {
        var intent = new Intent(it.label());
        return intent.opensCase() ? SPEAK : intent.equals(Intent.CHATTER) ? SILENT : "";
    }

    private static DoccatModel readPart(DataInputStream parts) throws IOException {
        return new DoccatModel(new ByteArrayInputStream(parts.readNBytes(parts.readInt())));
    }

    private static TrainingParameters parameters() {
        var how = new TrainingParameters();
        how.put(TrainingParameters.ALGORITHM_PARAM, LinearSvmTrainer.class.getName());
        how.put(TrainingParameters.CUTOFF_PARAM, 1);
        how.put(AbstractEventTrainer.DATA_INDEXER_PARAM, AbstractEventTrainer.DATA_INDEXER_ONE_PASS_REAL_VALUE);
        how.put(LinearSvmTrainer.COST, COST);
        return how;
    }
}
