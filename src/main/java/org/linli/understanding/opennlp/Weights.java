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
/// those of exact weights, and OpenNLP's own tables are twenty times as large in memory.
///
/// @param always what is said before anything is read, for each outcome of each model in turn
/// @param steps  by name the weight of one step
/// @param table  for each name in turn the steps for each outcome
@SuppressWarnings("ArrayRecordComponent") // never compared
record Weights(Keys keys, Spellings spellings, float[] loudness, float[] always, float[] steps, byte[] table) {

    private static final int MOST_STEPS = Byte.MAX_VALUE;

    static Weights of(TrainedTables trained, Vocabulary vocabulary, Spellings spellings) {
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
        return new Weights(
                new Keys(names), spellings, vocabulary.loudness(), trained.row(Features.ALWAYS), steps, table);
    }

    /// From 0 to 1, always the same for a place. A weight between two steps becomes the upper one as often as it is
    /// near to it: of many small weights none would be left if each went to the nearer step, and together they say
    /// much.
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
        spellings.write(to);
        Numbers.write(to, loudness);
        Numbers.write(to, always);
        Numbers.write(to, steps);
        Numbers.write(to, table);
    }

    static Weights read(DataInputStream from) throws IOException {
        return new Weights(
                Keys.read(from),
                Spellings.read(from),
                Numbers.floats(from),
                Numbers.floats(from),
                Numbers.floats(from),
                Numbers.bytes(from));
    }

    NumberedFeatures ear() {
        return new NumberedFeatures(keys);
    }

    /// What the models say of a message.
    ///
    /// @param heard one of [#ear], which hears nothing but this message
    Readings read(String said, NumberedFeatures heard) {
        heard.listen(said, spellings);
        float[] sums = new float[always.length];
        double square = add(heard, 0, heard.written(), sums);
        var written = reading(sums, square, heard.written(), heard.writtenAll());
        if (heard.known() == heard.written()) {
            return new Readings(written, written);
        }
        square += add(heard, heard.written(), heard.known(), sums);
        return new Readings(written, reading(sums, square, heard.known(), heard.all()));
    }

    /// @return the sum of the squares of what was added
    private double add(NumberedFeatures heard, int from, int to, float[] sums) {
        double square = 0;
        for (int i = from; i < to; i++) {
            int name = heard.name(i);
            add(name * sums.length, steps[name] * loudness[name], sums);
            square += loudness[name] * loudness[name];
        }
        return square;
    }

    private Reading reading(float[] sums, double square, int known, int all) {
        float[] margins = always.clone();
        float length = (float) Math.sqrt(Math.max(square, Float.MIN_NORMAL));
        for (int i = 0; i < margins.length; i++) {
            margins[i] += sums[i] / length;
        }
        return new Reading(margins, known, all);
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

    private void add(int row, float value, float[] margins) {
        for (int i = 0; i < margins.length; i++) {
            margins[i] += value * table[row + i];
        }
    }
}
