package org.linli.understanding.opennlp;

import java.util.Arrays;
import java.util.Map;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;

/// Rows as OpenNLP's trainers take them. Its own indexers write each event into a file as text and read it again, which
/// takes longer than to learn from it.
///
/// @param rows     to learn from
/// @param names    of the features
/// @param answers  that can be given
/// @param outcomes by row the number of its answer
@SuppressWarnings("ArrayRecordComponent") // never compared
record IndexedRows(Rows rows, String[] names, String[] answers, int[] outcomes) implements DataIndexer {

    @Override
    public int[][] getContexts() {
        return rows.features();
    }

    @Override
    public float[][] getValues() {
        return rows.values();
    }

    @Override
    public int[] getOutcomeList() {
        return outcomes;
    }

    @Override
    public int[] getNumTimesEventsSeen() {
        int[] once = new int[outcomes.length];
        Arrays.fill(once, 1);
        return once;
    }

    @Override
    public int getNumEvents() {
        return outcomes.length;
    }

    @Override
    public String[] getPredLabels() {
        return names;
    }

    @Override
    public int[] getPredCounts() {
        int[] counts = new int[names.length];
        for (int[] row : rows.features()) {
            for (int it : row) {
                counts[it]++;
            }
        }
        return counts;
    }

    @Override
    public String[] getOutcomeLabels() {
        return answers;
    }

    @Override
    public void init(TrainingParameters how, Map<String, String> report) {}

    @Override
    public void index(ObjectStream<Event> events) {
        throw new UnsupportedOperationException("rows are indexed already");
    }
}
