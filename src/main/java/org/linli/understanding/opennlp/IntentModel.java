package org.linli.understanding.opennlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    public static final int METHOD = 1;

    private static final double COST = 1;

    /// How many times likelier chatter is in a group than in the examples.
    private static final double CHATTER_IN_GROUPS = 4;

    static {
        ExtensionLoader.registerAllowedPackage(IntentModel.class.getPackageName());
    }

    private final DoccatModel model;
    private final Intent[] intents;

    private IntentModel(DoccatModel model) {
        this.model = model;
        var outcomes = model.getMaxentModel();
        this.intents = new Intent[outcomes.getNumOutcomes()];
        for (int i = 0; i < intents.length; i++) {
            intents[i] = new Intent(outcomes.getOutcome(i));
        }
    }

    /// Seconds of computation.
    public static IntentModel train(List<Example> examples) throws IOException {
        var events = new ArrayList<Event>();
        for (Example it : examples) {
            var features = Features.of(it.text());
            events.add(new Event(it.label(), features.names(), features.values()));
        }
        Map<String, String> report = new HashMap<>();
        var trained = TrainerFactory.getEventTrainer(parameters(), report)
                .train(ObjectStreamUtils.createObjectStream(events));
        var factory = new DoccatFactory(new FeatureGenerator[] {new MessageFeatures()});
        return new IntentModel(new DoccatModel("zh", trained, report, factory));
    }

    public static IntentModel read(InputStream stored) throws IOException {
        return new IntentModel(new DoccatModel(stored));
    }

    public void write(OutputStream stored) throws IOException {
        model.serialize(stored);
    }

    /// All labels, the likeliest first. Never empty; the confidences add up to one.
    ///
    /// @param group among neighbours, where nearly everything is [Intent#CHATTER]: other labels need stronger words
    public List<Ranked> rank(String text, boolean group) {
        var features = Features.of(text);
        double[] confidences = model.getMaxentModel().eval(features.names(), features.values());
        if (group) {
            expectChatter(confidences);
        }
        var ranking = new ArrayList<Ranked>(intents.length);
        for (int i = 0; i < intents.length; i++) {
            ranking.add(new Ranked(intents[i], confidences[i]));
        }
        ranking.sort(Comparator.comparingDouble(Ranked::confidence).reversed());
        return ranking;
    }

    /// Bayes' rule with the chances of a group instead of those of the examples.
    private void expectChatter(double[] confidences) {
        double sum = 0;
        for (int i = 0; i < intents.length; i++) {
            confidences[i] *= intents[i].equals(Intent.CHATTER) ? CHATTER_IN_GROUPS : 1;
            sum += confidences[i];
        }
        for (int i = 0; i < intents.length; i++) {
            confidences[i] /= sum;
        }
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
