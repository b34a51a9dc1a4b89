package org.linli.understanding.opennlp;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The features that the examples have, and how loudly each speaks: the rarer, the louder; sounds less than what
/// is written, because each is said twice.
///
/// @param names    the first is [Features#ALWAYS]
/// @param loudness by feature
@SuppressWarnings("ArrayRecordComponent") // never compared
record Vocabulary(String[] names, float[] loudness) {

    private static final double SOUND = 0.8;

    static Vocabulary of(Collection<Set<String>> messages) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        messages.forEach(names -> names.forEach(it -> counts.merge(it, 1, Integer::sum)));
        counts.entrySet().removeIf(it -> isChance(it.getKey(), it.getValue()));
        String[] names = new String[counts.size() + 1];
        float[] loudness = new float[names.length];
        names[0] = Features.ALWAYS;
        loudness[0] = 1;
        int at = 1;
        for (var it : counts.entrySet()) {
            names[at] = it.getKey();
            loudness[at++] = (float) (share(it.getKey()) * rarity(it.getValue(), messages.size()));
        }
        return new Vocabulary(names, loudness);
    }

    /// The root of the usual rarity: the whole of it helps some collections of examples and hurts others.
    private static double rarity(int count, int messages) {
        return Math.sqrt(1 + Math.log((1.0 + messages) / (1 + count)));
    }

    private static double share(String name) {
        return name.charAt(0) == Features.SOUND ? SOUND : 1;
    }

    /// There are so many pairs around a character that most occur once and would only take up room.
    private static boolean isChance(String name, int count) {
        return count < 2 && name.charAt(0) == Features.AROUND;
    }

    Rows rows(List<Set<String>> messages) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            numbers.put(names[i], i);
        }
        int[][] features = messages.stream().map(it -> numbers(it, numbers)).toArray(int[][]::new);
        return new Rows(features, Arrays.stream(features).map(this::values).toArray(float[][]::new), names.length);
    }

    /// The first is that of ALWAYS.
    private static int[] numbers(Set<String> message, Map<String, Integer> numbers) {
        return IntStream.concat(
                        IntStream.of(0),
                        message.stream().filter(numbers::containsKey).mapToInt(numbers::get))
                .toArray();
    }

    /// Of length one, beside that of ALWAYS.
    float[] values(int[] row) {
        double square = 0;
        for (int i = 1; i < row.length; i++) {
            square += loudness[row[i]] * loudness[row[i]];
        }
        float length = (float) Math.sqrt(square);
        float[] values = new float[row.length];
        values[0] = 1;
        for (int i = 1; i < row.length; i++) {
            values[i] = loudness[row[i]] / length;
        }
        return values;
    }
}
