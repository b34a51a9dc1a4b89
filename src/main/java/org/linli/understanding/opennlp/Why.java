package org.linli.understanding.opennlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.understanding.Intent;
import org.linli.understanding.Reason;
import org.linli.understanding.Reason.Kind;

/// What in a message speaks for a label: each feature by how much it raises the label's log odds against all others,
/// which is its value times its weights. Features of the same characters, their sound and their kindred words are one
/// reason for people.
record Why(Weights weights, Intent[] intents, double sharpness) {

    static final int MOST = 3;

    private static final Pattern SIZE = Pattern.compile("\\d+$");
    private static final Pattern READABLE = Pattern.compile(".*[\\p{L}\\p{N}?!].*");

    /// Function words, and the digits that stand for whatever number was written: they explain nothing to people.
    private static final Pattern FILLER = Pattern.compile("[\\d\\s的了吗呢吧啊呀哦嗯嘛着过地得是在有我你他她它们这那个就都也很还又再把被给跟和]+");

    private record Key(Kind kind, String words, String meant) {}

    List<Reason> of(String said, Reading reading, Intent intent) {
        int label = Arrays.asList(intents).indexOf(intent);
        return label < 0 ? List.of() : strongest(forLabel(said, reading, label));
    }

    private Map<Key, Double> forLabel(String said, Reading reading, int label) {
        double[] likely = likely(reading.margins());
        var passages = Passages.of(said, weights.meant(said));
        var reasons = new HashMap<Key, Double>();
        weights.spoken(said).forEach((name, rows) -> {
            var key = readable(name, passages);
            if (key != null) {
                reasons.merge(key, overOthers(rows, likely, label), Double::sum);
            }
        });
        return reasons;
    }

    private double[] likely(float[] margins) {
        double[] likely = new double[intents.length];
        Arrays.setAll(likely, i -> Math.exp(sharpness * margins[i]));
        double all = Arrays.stream(likely).sum();
        Arrays.setAll(likely, i -> likely[i] / all);
        return likely;
    }

    /// How much more the feature speaks for the label than for the others, as far as they are likely.
    private static double overOthers(float[] row, double[] likely, int label) {
        double rest = Math.max(1 - likely[label], 1e-9);
        double others = 0;
        for (int other = 0; other < likely.length; other++) {
            others += other == label ? 0 : row[other] * likely[other] / rest;
        }
        return row[label] - others;
    }

    /// Longer pieces contain shorter ones: each stretch of the message is named once.
    private static List<Reason> strongest(Map<Key, Double> reasons) {
        double all = reasons.values().stream()
                .filter(it -> it > 0)
                .mapToDouble(it -> it)
                .sum();
        var chosen = new ArrayList<Reason>();
        telling(reasons).entrySet().stream()
                .sorted(Map.Entry.<Key, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(it -> it.getKey().words()))
                .map(it -> new Reason(
                        it.getKey().kind(), it.getKey().words(), it.getKey().meant(), it.getValue() / all))
                .forEach(it -> {
                    if (chosen.size() < MOST && chosen.stream().noneMatch(other -> overlap(it, other))) {
                        chosen.add(it);
                    }
                });
        return chosen;
    }

    /// Those that speak for the label and say something; any that speak for it where none says something.
    private static Map<Key, Double> telling(Map<Key, Double> reasons) {
        var speaking = new HashMap<>(reasons);
        speaking.values().removeIf(it -> it <= 0);
        var telling = new HashMap<>(speaking);
        telling.keySet().removeIf(it -> FILLER.matcher(it.words()).matches());
        return telling.isEmpty() ? speaking : telling;
    }

    private static boolean overlap(Reason one, Reason other) {
        return one.kind() == other.kind()
                && (one.words().contains(other.words()) || other.words().contains(one.words()));
    }

    /// The characters of the message behind a feature. `null` where there is nothing to read.
    private static @Nullable Key readable(String feature, Passages passages) {
        if (feature.charAt(0) == Features.FACT) {
            String name = SIZE.matcher(feature.substring(1)).replaceFirst("");
            return new Key(Kind.FACT, name, name);
        }
        var passage = passages.of(feature);
        return READABLE.matcher(passage.words()).matches()
                ? new Key(Kind.WORDS, passage.words(), passage.meant())
                : null;
    }
}
