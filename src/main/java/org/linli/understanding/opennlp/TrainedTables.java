package org.linli.understanding.opennlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import org.jspecify.annotations.Nullable;

/// What some of OpenNLP's models learnt, side by side.
///
/// @param width how many outcomes they have together
record TrainedTables(List<OfModel> models, int width) {

    static TrainedTables of(List<DoccatModel> trained) {
        var models = new ArrayList<OfModel>();
        int width = 0;
        for (DoccatModel it : trained) {
            models.add(OfModel.of(it, width));
            width += it.getMaxentModel().getNumOutcomes();
        }
        return new TrainedTables(List.copyOf(models), width);
    }

    /// The weights of a name for each outcome of each model in turn.
    float[] row(String name) {
        float[] row = new float[width];
        models.forEach(it -> it.copy(name, row));
        return row;
    }

    record OfModel(Map<String, Context> contexts, int first) {

        @SuppressWarnings("unchecked") // OpenNLP hands its tables out as objects
        static OfModel of(DoccatModel model, int first) {
            var structures = ((AbstractModel) model.getMaxentModel()).getDataStructures();
            return new OfModel((Map<String, Context>) structures[1], first);
        }

        /// A model that has never met the name says nothing.
        void copy(String name, float[] to) {
            @Nullable Context said = contexts.get(name);
            if (said != null) {
                for (int i = 0; i < said.getOutcomes().length; i++) {
                    to[first + said.getOutcomes()[i]] = (float) said.getParameters()[i];
                }
            }
        }
    }
}
