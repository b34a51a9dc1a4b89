package org.linli.understanding.opennlp;

import java.util.Arrays;
import java.util.stream.IntStream;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.MaxentModel;

/// A trainer for OpenNLP that finds better lines than its own, and leaves a stock [GISModel].
///
/// Public and without arguments because OpenNLP makes it by its class name.
public final class LinearSvmTrainer extends AbstractEventTrainer {

    static final String COST = "Cost";

    @Override
    public boolean isSortAndMerge() {
        return false;
    }

    @Override
    public MaxentModel doTrain(DataIndexer indexed) {
        int width = indexed.getPredLabels().length;
        int count = indexed.getOutcomeLabels().length;
        var rows = new Rows(indexed.getContexts(), indexed.getValues(), width);
        double cost = trainingParameters.getDoubleParameter(COST, 1);
        var lines = LinearSvm.train(rows, indexed.getOutcomeList(), count, cost);
        return new GISModel(contexts(lines, width), indexed.getPredLabels(), indexed.getOutcomeLabels());
    }

    private static Context[] contexts(LinearSvm lines, int features) {
        int[] outcomes = IntStream.range(0, lines.weights().length).toArray();
        return IntStream.range(0, features)
                .mapToObj(feature -> new Context(
                        outcomes,
                        Arrays.stream(lines.weights())
                                .mapToDouble(it -> it[feature])
                                .toArray()))
                .toArray(Context[]::new);
    }
}
