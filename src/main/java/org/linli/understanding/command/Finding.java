package org.linli.understanding.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.understanding.examples.Example;
import org.linli.understanding.opennlp.Alike;
import org.linli.understanding.opennlp.NearlySame;

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
        NEAR_DUPLICATE(false),
        LEAK(false);

        private final boolean error;

        Kind(boolean error) {
            this.error = error;
        }
    }

    private static final int FEW = 10;

    /// Of the features of two messages, so many in common: the same but for a word.
    private static final double NEARLY_ALL = 0.8;

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
        alike(examples, findings);
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

    /// Examples that differ in a word or two.
    private static void alike(List<Example> examples, List<Finding> into) {
        var texts = examples.stream().map(Example::text).toList();
        for (var pair : NearlySame.pairs(texts, NEARLY_ALL)) {
            var it = examples.get(pair.later());
            var earlier = examples.get(pair.earlier());
            if (areTold(it, earlier)) {
                into.add(alike(it, earlier));
            }
        }
    }

    private static Finding alike(Example it, Example earlier) {
        String what = "nearly the same as " + earlier.where();
        return it.label().equals(earlier.label())
                ? new Finding(Kind.NEAR_DUPLICATE, it.where(), what)
                : new Finding(Kind.LEAK, it.where(), what + " under '%s'".formatted(earlier.label()));
    }

    /// Those that say the same have been found already, and of bare numbers each says something else.
    private static boolean areTold(Example one, Example other) {
        String core = Alike.core(one.text());
        return !core.equals(Alike.core(other.text())) && core.codePoints().anyMatch(Character::isLetter);
    }
}
