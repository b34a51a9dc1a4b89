package org.linli.understanding.opennlp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;
import org.linli.understanding.examples.Example;

/// From examples to what is kept of them: lines through all of them, and from lines that have seen only some of them
/// how far such lines are to be believed.
final class Training {

    private static final double COST = 2;

    static {
        ExtensionLoader.registerAllowedPackage(Training.class.getPackageName());
    }

    private final List<String> labels;
    private final Scope scope;
    private final DoubleConsumer progress;
    private final Material material;

    Training(List<Example> examples, Scope scope, DoubleConsumer progress) {
        this.labels = examples.stream().map(Example::label).toList();
        this.scope = scope;
        this.progress = progress;
        this.material = Material.of(examples.stream().map(Example::text).toList());
    }

    StoredMind run() throws IOException {
        var questions = Stream.of(Opinion.values())
                .map(it -> Question.of(it, labels, scope))
                .filter(Question::canBeLearnt)
                .toList();
        var conclusions = strangers(questions).learn();
        Map<Opinion, List<String>> answers = new EnumMap<>(Opinion.class);
        List<DoccatModel> models = new ArrayList<>();
        for (Question it : questions) {
            var model = model(it);
            models.add(model);
            answers.put(it.opinion(), answers(model));
        }
        progress.accept(1);
        var spellings = LearnSpellings.from(material.texts());
        return new StoredMind(
                answers, Weights.of(TrainedTables.of(models), material.vocabulary(), spellings), conclusions);
    }

    private static List<String> answers(DoccatModel model) {
        var outcomes = model.getMaxentModel();
        return IntStream.range(0, outcomes.getNumOutcomes())
                .mapToObj(outcomes::getOutcome)
                .toList();
    }

    private LearnFromStrangers strangers(List<Question> questions) {
        var layout = Layout.of(
                questions.stream().map(Question::opinion).toList(),
                questions.stream().map(Question::answers).toList(),
                scope);
        var readings = HeldOut.of(material, questions, labels, scope.outside(), COST, progress);
        return new LearnFromStrangers(
                layout, scope, readings, questions.getFirst().given());
    }

    private DoccatModel model(Question question) throws IOException {
        Map<String, String> report = new HashMap<>();
        var trained = TrainerFactory.getEventTrainer(parameters(), report).train(indexed(question));
        return new DoccatModel(
                "zh", trained, report, new DoccatFactory(new FeatureGenerator[] {new MessageFeatures()}));
    }

    private IndexedRows indexed(Question question) {
        return new IndexedRows(
                material.rows().only(question.rows()),
                material.vocabulary().names(),
                question.answers().toArray(String[]::new),
                IntStream.of(question.rows()).map(it -> question.given()[it]).toArray());
    }

    private static TrainingParameters parameters() {
        var how = new TrainingParameters();
        how.put(TrainingParameters.ALGORITHM_PARAM, LinearSvmTrainer.class.getName());
        how.put(LinearSvmTrainer.COST, COST);
        return how;
    }
}
