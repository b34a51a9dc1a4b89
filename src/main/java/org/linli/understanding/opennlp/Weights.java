package org.linli.understanding.opennlp;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Some models side by side, so that a feature is looked up once for all of them.
///
/// Weights are kept in whole steps from -127 to 127, of a size of each name's own: nobody can tell the answers from
/// those
/// of exact weights, and OpenNLP's own tables are twenty times as large in memory.
///
/// @param always what is said before anything is read, for each outcome of each model in turn
/// @param steps  by name the weight of one step
/// @param table  for each name in turn the steps for each outcome
@SuppressWarnings("ArrayRecordComponent") // never compared
record Weights(Keys keys, float[] loudness, float[] always, float[] steps, byte[] table) {

    private static final int MOST_STEPS = Byte.MAX_VALUE;

    static Weights of(TrainedTables trained, Vocabulary vocabulary) {
        String[] names = vocabulary.names();
        float[] steps = new float[names.length];
        byte[] table = new byte[names.length * trained.width()];
        for (int name = 0; name < names.length; name++) {
            float[] row = trained.row(names[name]);
            steps[name] = step(row);
            for (int i = 0; i < row.length; i++) {
                int place = name * row.length + i;
                table[place] = (byte) Math.floor(row[i] / steps[name] + chance(place));
            }
        }
        return new Weights(new Keys(names), vocabulary.loudness(), trained.row(Features.ALWAYS), steps, table);
    }

    /// From 0 to 1, always the same for a place. A weight between two steps becomes the upper one as often as it is
    /// near
    /// to it: of many small weights none would be left if each went to the nearer step, and together they say much.
    private static float chance(int place) {
        return ((place * 0x9E3779B9) >>> 8) / (float) (1 << 24);
    }

    /// So that the loudest weight is as many steps as there may be.
    private static float step(float[] row) {
        float loudest = Float.MIN_NORMAL;
        for (float it : row) {
            loudest = Math.max(loudest, Math.abs(it));
        }
        return loudest / MOST_STEPS;
    }

    void write(DataOutputStream to) throws IOException {
        keys.write(to);
        Numbers.write(to, loudness);
        Numbers.write(to, always);
        Numbers.write(to, steps);
        Numbers.write(to, table);
    }

    static Weights read(DataInputStream from) throws IOException {
        return new Weights(
                Keys.read(from), Numbers.floats(from), Numbers.floats(from), Numbers.floats(from), Numbers.bytes(from));
    }

    NumberedFeatures ear() {
        return new NumberedFeatures(keys);
    }

    /// What the models say of a message.
    ///
    /// @param heard one of [#ear], which hears nothing but this message
    Reading read(String said, NumberedFeatures heard) {
        Features.tell(said, heard);
        float[] margins = always.clone();
        float length = length(heard);
        for (int i = 0; i < heard.known(); i++) {
            int name = heard.name(i);
            add(name * margins.length, steps[name] * loudness[name] / length, margins);
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
            float[] row = new float[always.length];
            int name = number(it);
            add(name * row.length, (float) (steps[name] * loudness[name] / Math.sqrt(square)), row);
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
}
