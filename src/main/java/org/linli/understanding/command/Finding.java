package org.linli.understanding.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.understanding.examples.Example;
import org.linli.understanding.opennlp.Alike;

/// Something wrong or odd with an example.
///
/// @param kind  errors stand in the way of learning; the others are for a person to judge
/// @param where like `report/noise.yml:7`
record Finding(Kind kind, String where, String what) {

    /// What can be found.
    enum Kind {
        CONTRADICTION(true),
        TOO_FEW(true),
        DUPLICATE(false),
        LEAK(false);

        private final boolean error;

        Kind(boolean error) {
            this.error = error;
        }
    }

    private static final int FEW = 10;

    /// Of the features of two messages, so many in common: the same but for a word.
    private static final double NEARLY_ALL = 0.8;

    /// A feature that more examples have tells nothing of likeness, and would make the search slow.
    private static final int COMMON = 60;

    boolean isError() {
        return kind.error;
    }

    /// `where: kind: what`.
    String line() {
        return where + ": " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + what;
    }

    /// In the order of the examples.
    static List<Finding> all(List<Example> examples) {
        var findings = new ArrayList<Finding>();
        repeated(examples, findings);
        few(examples, findings);
        new Leaks(examples).into(findings);
        return findings;
    }

    private static void repeated(List<Example> examples, List<Finding> into) {
        Map<String, Example> first = new HashMap<>();
        for (Example it : examples) {
            String core = Alike.core(it.text());
            var earlier = first.putIfAbsent(core.isEmpty() ? it.text() : core, it);
            if (earlier != null && earlier.label().equals(it.label())) {
                into.add(new Finding(Kind.DUPLICATE, it.where(), "says the same as " + earlier.where()));
            } else if (earlier != null) {
                into.add(new Finding(
                        Kind.CONTRADICTION,
                        it.where(),
                        "says the same as %s under '%s'".formatted(earlier.where(), earlier.label())));
            }
        }
    }

    private static void few(List<Example> examples, List<Finding> into) {
        examples.stream().collect(Collectors.groupingBy(Example::label)).forEach((label, its) -> {
            if (its.size() < FEW) {
                String what = "'%s' has %d examples, expected at least %d".formatted(label, its.size(), FEW);
                into.add(new Finding(Kind.TOO_FEW, its.getFirst().where(), what));
            }
        });
    }

    /// Examples of two labels that differ in a word or two.
    private record Leaks(List<Example> examples, List<Set<String>> features, Map<String, List<Integer>> having) {

        Leaks(List<Example> examples) {
            this(
                    examples,
                    examples.stream().map(it -> Alike.features(it.text())).toList(),
                    new HashMap<>());
            for (int i = 0; i < examples.size(); i++) {
                int example = i;
                features.get(i)
                        .forEach(it -> having.computeIfAbsent(it, _ -> new ArrayList<>())
                                .add(example));
            }
        }

        void into(List<Finding> findings) {
            for (int i = 0; i < examples.size(); i++) {
                for (int earlier : candidates(i)) {
                    if (areOfTwoLabels(i, earlier) && likeness(i, earlier) >= NEARLY_ALL && !areSame(i, earlier)) {
                        var it = examples.get(earlier);
                        String what = "nearly the same as %s under '%s'".formatted(it.where(), it.label());
                        findings.add(new Finding(Kind.LEAK, examples.get(i).where(), what));
                    }
                }
            }
        }

        private Set<Integer> candidates(int example) {
            var candidates = new HashSet<Integer>();
            features.get(example).stream()
                    .map(it -> having.getOrDefault(it, List.of()))
                    .filter(it -> it.size() <= COMMON)
                    .forEach(its -> its.stream().filter(it -> it < example).forEach(candidates::add));
            return candidates;
        }

        private boolean areOfTwoLabels(int one, int other) {
            return !examples.get(one).label().equals(examples.get(other).label());
        }

        private boolean areSame(int one, int other) {
            return Alike.core(examples.get(one).text())
                    .equals(Alike.core(examples.get(other).text()));
        }

        private double likeness(int one, int other) {
            long common = features.get(one).stream()
                    .filter(features.get(other)::contains)
                    .count();
            return (double) common
                    / (features.get(one).size() + features.get(other).size() - common);
        }
    }
}
