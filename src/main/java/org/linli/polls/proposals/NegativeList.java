package org.linli.polls.proposals;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.platform.words.Folder;
import org.linli.platform.words.Tree;

/// What money of a round may not be spent on (负面清单), as `templates/polls/negative-list.yml` says.
///
/// It looks at words, so it hints and does not decide: the committee does, in public.
public final class NegativeList {

    private static final Set<String> KEYS = Set.of("id", "source", "says", "instead", "when", "unless", "above");

    private final List<Taboo> rules;

    private NegativeList(List<Taboo> rules) {
        this.rules = List.copyOf(rules);
    }

    /// The one beside the program, or the packed one. Reads the disk: blocking.
    public static NegativeList ofThisPlace() {
        String file = "negative-list.yml";
        return read(Optional.ofNullable(new Folder("templates/polls").read(file).get(file))
                .orElseThrow(() -> new IllegalStateException("templates/polls/%s is missing".formatted(file))));
    }

    /// Throws `IllegalArgumentException` that names the line where the file is not a list of rules.
    public static NegativeList read(String yaml) {
        try {
            if (!(Tree.read(yaml) instanceof Tree.Sequence all)) {
                throw new IllegalArgumentException("line 1: expected a list of rules");
            }
            var ids = new HashSet<String>();
            var rules = all.parts().stream().map(NegativeList::rule).toList();
            rules.stream().filter(it -> !ids.add(it.id())).findFirst().ifPresent(it -> {
                throw new IllegalArgumentException("the rule '%s' is there twice".formatted(it.id()));
            });
            return new NegativeList(rules);
        } catch (Tree.Unreadable broken) {
            throw new IllegalArgumentException(
                    "line %d: %s".formatted(broken.fault().line(), broken.fault()), broken);
        }
    }

    /// In the order of the list; empty where nothing is wrong.
    ///
    /// @param cost in yuan; zero where nobody has estimated it yet
    public List<Breach> check(String text, BigDecimal cost) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        return rules.stream().flatMap(it -> it.broken(plain, cost).stream()).toList();
    }

    private static Taboo rule(Tree part) {
        if (!(part instanceof Tree.Table table)) {
            throw new IllegalArgumentException("line %d: expected a rule".formatted(part.line()));
        }
        int line = table.line();
        var parts = table.parts();
        parts.forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("line %d: '%s' is unknown".formatted(value.line(), key));
            }
        });
        var rule = new Taboo(
                text(parts, "id", line),
                text(parts, "source", line),
                text(parts, "says", line),
                text(parts, "instead", line),
                words(parts, "when").stream()
                        .map(it -> Arrays.asList(it.split("\\s+")))
                        .toList(),
                words(parts, "unless"),
                parts.containsKey("above") ? amount(parts, line) : null);
        if (rule.when().isEmpty() && rule.above() == null) {
            throw new IllegalArgumentException("line %d: expected 'when' or 'above'".formatted(line));
        }
        return rule;
    }

    private static String text(Map<String, Tree> parts, String key, int line) {
        if (parts.get(key) instanceof Tree.Leaf leaf && !leaf.text().isEmpty()) {
            return leaf.text();
        }
        throw new IllegalArgumentException("line %d: expected '%s'".formatted(line, key));
    }

    private static List<String> words(Map<String, Tree> parts, String key) {
        return parts.get(key) instanceof Tree.Sequence all
                ? all.parts().stream()
                        .filter(Tree.Leaf.class::isInstance)
                        .map(it -> ((Tree.Leaf) it).text())
                        .toList()
                : List.of();
    }

    private static BigDecimal amount(Map<String, Tree> parts, int line) {
        try {
            return new BigDecimal(text(parts, "above", line));
        } catch (NumberFormatException noAmount) {
            throw new IllegalArgumentException("line %d: expected an amount".formatted(line), noAmount);
        }
    }
}
