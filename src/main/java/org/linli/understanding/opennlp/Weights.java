package org.linli.understanding.opennlp;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import org.jspecify.annotations.Nullable;

/// Some models side by side, so that a feature is looked up once for all of them. OpenNLP's own tables, which this
/// takes the place of, are five times as large in memory.
///
/// @param table for each name in turn, for each outcome of each model in turn
/// @param width how many outcomes that are
@SuppressWarnings("ArrayRecordComponent") // never compared
record Weights(Keys keys, float[] loudness, float[] table, int width) {

    static Weights of(List<DoccatModel> models, Vocabulary vocabulary) {
        int width = models.stream()
                .mapToInt(it -> it.getMaxentModel().getNumOutcomes())
                .sum();
        float[] table = new float[vocabulary.names().length * width];
        int first = 0;
        for (DoccatModel it : models) {
            var contexts = contexts(it);
            for (int name = 0; name < vocabulary.names().length; name++) {
                copy(contexts.get(vocabulary.names()[name]), table, name * width + first);
            }
            first += it.getMaxentModel().getNumOutcomes();
        }
        return new Weights(new Keys(vocabulary.names()), vocabulary.loudness(), table, width);
    }

    void write(DataOutputStream to) throws IOException {
        keys.write(to);
        Numbers.write(to, loudness);
        Numbers.write(to, table);
        to.writeInt(width);
    }

    static Weights read(DataInputStream from) throws IOException {
        return new Weights(Keys.read(from), Numbers.floats(from), Numbers.floats(from), from.readInt());
    }

    /// What the models say of a message.
    Reading read(String said) {
        var heard = new NumberedFeatures(keys);
        Features.tell(said, heard);
        float[] margins = Arrays.copyOf(table, width);
        float length = length(heard);
        for (int i = 0; i < heard.known(); i++) {
            int name = heard.name(i);
            add(name * width, loudness[name] / length, margins);
        }
        return new Reading(margins, heard.known(), heard.all());
    }

    /// What each known feature of a message says for each outcome, by its name.
    Map<String, float[]> spoken(String said) {
        Set<String> names = Features.of(said);
        names.removeIf(it -> number(it) < 0);
        double square = names.stream()
                .mapToDouble(it -> loudness[number(it)] * loudness[number(it)])
                .sum();
        var spoken = new LinkedHashMap<String, float[]>();
        names.forEach(it -> {
            float[] row = Arrays.copyOfRange(table, number(it) * width, (number(it) + 1) * width);
            for (int i = 0; i < row.length; i++) {
                row[i] *= (float) (loudness[number(it)] / Math.sqrt(square));
            }
            spoken.put(it, row);
        });
        return spoken;
    }

    private int number(String name) {
        return keys.number(Keys.key(name.charAt(0), name, 1, name.length()));
    }

    private float length(NumberedFeatures heard) {
        double square = 0;
        for (int i = 0; i < heard.known(); i++) {
            float it = loudness[heard.name(i)];
            square += it * it;
        }
        return (float) Math.sqrt(square);
    }

    private void add(int row, float value, float[] margins) {
        for (int i = 0; i < margins.length; i++) {
            margins[i] += value * table[row + i];
        }
    }

    @SuppressWarnings("unchecked") // OpenNLP hands its tables out as objects
    private static Map<String, Context> contexts(DoccatModel model) {
        return (Map<String, Context>) ((AbstractModel) model.getMaxentModel()).getDataStructures()[1];
    }

    private static void copy(@Nullable Context from, float[] to, int first) {
        if (from == null) {
            return;
        }
        for (int i = 0; i < from.getOutcomes().length; i++) {
            to[first + from.getOutcomes()[i]] = (float) from.getParameters()[i];
        }
    }
}
