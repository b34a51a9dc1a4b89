package org.linli.cases.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.platform.words.Tree;
import org.linli.platform.words.YamlFault;

/// A file of rules that is being read: whatever is wrong becomes a [Fault], and reading goes on.
public record RuleFile(String name, List<Fault> faults) {

    public RuleFile(String name) {
        this(name, new ArrayList<>());
    }

    void wrong(Tree at, String key, Object... what) {
        faults.add(Fault.of(name, at.line(), key, what));
    }

    void wrong(YamlFault fault) {
        faults.add(Fault.of(name, fault.line(), "no-yaml", fault.told()));
    }

    /// The parts of a table, of which no others are known than these.
    Map<String, Tree> table(Tree tree, Set<String> known) {
        var parts = table(tree);
        parts.forEach((part, value) -> {
            if (!known.contains(part)) {
                wrong(value, "unknown-part", part, listed(known));
            }
        });
        return parts;
    }

    Map<String, Tree> table(Tree tree) {
        if (tree instanceof Tree.Table table) {
            return table.parts();
        }
        wrong(tree, "no-table");
        return Map.of();
    }

    /// One text or several.
    List<Tree.Leaf> texts(Tree tree) {
        return switch (tree) {
            case Tree.Leaf leaf -> leaf.text().isEmpty() ? List.of() : List.of(leaf);
            case Tree.Sequence many ->
                many.parts().stream().flatMap(it -> texts(it).stream()).toList();
            case Tree.Table _ -> {
                wrong(tree, "no-text");
                yield List.of();
            }
        };
    }

    /// Words of a vocabulary, each once.
    <E extends Enum<E>> Set<E> words(Tree tree, Class<E> vocabulary, String unknown) {
        var found = new LinkedHashSet<E>();
        texts(tree).forEach(leaf -> word(leaf, leaf.text(), vocabulary, unknown).forEach(found::add));
        return found;
    }

    /// Empty where it is no such word.
    <E extends Enum<E>> List<E> word(Tree at, String text, Class<E> vocabulary, String unknown) {
        var found = Arrays.stream(vocabulary.getEnumConstants())
                .filter(it -> word(it).equals(text))
                .toList();
        if (found.isEmpty()) {
            var known = Arrays.stream(vocabulary.getEnumConstants())
                    .map(RuleFile::word)
                    .toList();
            wrong(at, unknown, text, listed(known));
        }
        return found;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String listed(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }
}
