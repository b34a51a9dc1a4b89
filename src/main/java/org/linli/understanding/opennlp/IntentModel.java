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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.linli.understanding.Reason;
import org.linli.understanding.examples.Example;

/// What was learnt from the examples. Immutable, for any number of threads.
public final class IntentModel {

    /// Part of the name of a stored model: raise it when features or training change.
    public static final int METHOD = 6;

    private static final double COST = 2;

    static {
        ExtensionLoader.registerAllowedPackage(IntentModel.class.getPackageName());
    }

    private final Map<Opinion, DoccatModel> models;
    private final Weights weights;
    private final Intent[] intents;
    private final AmongNeighbours neighbours;
    private final Addressed addressed;

    private IntentModel(Map<Opinion, DoccatModel> models) {
        this.models = models;
        this.weights = Weights.of(models.values());
        var labels = Objects.requireNonNull(models.get(Opinion.LABEL)).getMaxentModel();
        this.intents = IntStream.range(0, labels.getNumOutcomes())
                .mapToObj(i -> new Intent(labels.getOutcome(i)))
                .toArray(Intent[]::new);
        this.neighbours = new AmongNeighbours(intents);
        this.addressed = new Addressed(intents);
    }

    /// Seconds of computation.
    public static IntentModel train(List<Example> examples) throws IOException {
        var models = new EnumMap<Opinion, DoccatModel>(Opinion.class);
        for (Opinion opinion : Opinion.values()) {
            var events = new ArrayList<Event>();
            for (Example it : examples) {
                if (!opinion.of(it).isEmpty()) {
                    var features = Features.of(it.text());
                    events.add(new Event(opinion.of(it), features.names(), features.values()));
                }
            }
            if (events.stream().map(Event::getOutcome).distinct().count() > 1) {
                models.put(opinion, learn(events));
            }
        }
        return new IntentModel(models);
    }

    public static IntentModel read(InputStream stored) throws IOException {
        var parts = new DataInputStream(stored);
        var models = new EnumMap<Opinion, DoccatModel>(Opinion.class);
        for (int left = parts.readInt(); left > 0; left--) {
            var opinion = Opinion.valueOf(parts.readUTF());
            var bytes = new ByteArrayInputStream(parts.readNBytes(parts.readInt()));
            models.put(opinion, new DoccatModel(bytes));
        }
        return new IntentModel(models);
    }

    public void write(OutputStream stored) throws IOException {
        var parts = new DataOutputStream(stored);
        parts.writeInt(models.size());
        for (var part : models.entrySet()) {
            var bytes = new ByteArrayOutputStream();
            part.getValue().serialize(bytes);
            parts.writeUTF(part.getKey().name());
            parts.writeInt(bytes.size());
            bytes.writeTo(parts);
        }
        parts.flush();
    }

    /// All labels, the likeliest first. Never empty; the confidences add up to one.
    ///
    /// @param group among neighbours, where nearly everything is [Intent#CHATTER]: other labels need stronger words
    public List<Ranked> rank(String text, boolean group) {
        float[] sums = weights.sums(Features.of(text));
        double[] likely = Weights.probabilities(sums, 0, intents.length);
        double[] confidences = group
                ? neighbours.confidences(likely, odds(Opinion.CASE, sums), odds(Opinion.ALARM, sums))
                : addressed.confidences(likely);
        var ranking = new ArrayList<Ranked>(intents.length);
        for (int i = 0; i < intents.length; i++) {
            ranking.add(new Ranked(intents[i], confidences[i]));
        }
        ranking.sort(Comparator.comparingDouble(Ranked::confidence).reversed());
        return ranking;
    }

    /// What in the words speaks for this label, the strongest first. Empty where nothing does, or it was never taught.
    public List<Reason> why(String text, Intent intent) {
        return new Why(weights, intents).of(text, intent);
    }

    /// The log odds of an answer 'yes'; even where the examples have not taught one.
    private double odds(Opinion opinion, float[] sums) {
        int from = 0;
        for (var it : models.entrySet()) {
            var model = it.getValue().getMaxentModel();
            if (it.getKey() == opinion) {
                return sums[from + model.getIndex(Opinion.YES)] - sums[from + model.getIndex(Opinion.NO)];
            }
            from += model.getNumOutcomes();
        }
        return 0;
    }

    private static DoccatModel learn(List<Event> events) throws IOException {
        Map<String, String> report = new HashMap<>();
        var trained = TrainerFactory.getEventTrainer(parameters(), report)
                .train(ObjectStreamUtils.createObjectStream(events));
        return new DoccatModel(
                "zh", trained, report, new DoccatFactory(new FeatureGenerator[] {new MessageFeatures()}));
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
