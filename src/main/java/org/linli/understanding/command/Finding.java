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
        LEAK(false),
        FEW(false),
        UNKNOWN_LABEL(false);

        private final boolean error;

        Kind(boolean error) {
            this.error = error;
        }
    }

    /// With fewer nothing is learnt.
    private static final int LEAST = 10;

    /// From here on a label of ours is learnt well.
    private static final int ENOUGH = 100;

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
    ///
    /// @param known the labels that have a name of ours; where no example has one, none is looked for
    static List<Finding> all(List<Example> examples, Set<String> known) {
        var findings = new ArrayList<Finding>();
        unknown(examples, known, findings);
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
            if (its.size() < ENOUGH) {
                boolean tooFew = its.size() < LEAST;
                String what = "'%s' has %d examples, expected at least %d"
                        .formatted(label, its.size(), tooFew ? LEAST : ENOUGH);
                into.add(new Finding(
                        tooFew ? Kind.TOO_FEW : Kind.FEW, its.getFirst().where(), what));
            }
        });
    }

    /// Mostly a slip: `report/nose.yml` would open cases of which nobody knows what they are about.
    private static void unknown(List<Example> examples, Set<String> known, List<Finding> into) {
        if (examples.stream().noneMatch(it -> known.contains(it.label()))) {
            return;
        }
        Set<String> told = new HashSet<>(known);
        examples.stream()
                .filter(it -> told.add(it.label()))
                .map(it -> new Finding(
                        Kind.UNKNOWN_LABEL,
                        it.where(),
                        "'%s' has no name, nothing serves it; expected a line intent.%s in templates/messages/teaching.properties"
                                .formatted(it.label(), it.label())))
                .forEach(into::add);
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
