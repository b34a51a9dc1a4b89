package org.linli.cases.rules;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.cases.Act;
import org.linli.cases.CaseKind;
import org.linli.cases.Priority;
import org.linli.cases.State;
import org.linli.cases.Who;
import org.linli.cases.worktime.Span;
import org.linli.platform.words.Tree;

/// Reads one file of `templates/workflows`: pure. The form is described in its `README.md`.
public final class ReadWorkflow {

    private static final Tree NOTHING = new Tree.Leaf(1, "");

    private final RuleFile file;
    private final CaseKind kind;
    private final Map<Act.Kind, Tree> ruleLines = new EnumMap<>(Act.Kind.class);
    private final Map<String, Tree> clockLines = new LinkedHashMap<>();

    private ReadWorkflow(RuleFile file, CaseKind kind) {
        this.file = file;
        this.kind = kind;
    }

    /// Empty when something is wrong with it, which is then among the faults: what nobody understands, or, where all is
    /// understood, what cannot be worked by.
    public static Optional<Definition> read(CaseKind kind, String text, RuleFile file) {
        int before = file.faults().size();
        try {
            var reading = new ReadWorkflow(file, kind);
            var definition = reading.definition(Tree.read(text), text);
            if (file.faults().size() == before) {
                new CheckWorkflow(file, definition, reading.ruleLines, reading.clockLines).check();
            }
            return file.faults().size() == before ? Optional.of(definition) : Optional.empty();
        } catch (Tree.Unreadable broken) {
            file.wrong(broken.fault());
            return Optional.empty();
        }
    }

    /// One that cases run under: it was checked when they began, and what is refused since then is no matter of theirs.
    /// Empty when it cannot be read.
    public static Optional<Definition> kept(CaseKind kind, String text) {
        var file = new RuleFile("kept");
        try {
            var definition = new ReadWorkflow(file, kind).definition(Tree.read(text), text);
            return file.faults().isEmpty() ? Optional.of(definition) : Optional.empty();
        } catch (Tree.Unreadable _) {
            return Optional.empty();
        }
    }

    private Definition definition(Tree tree, String text) {
        var parts = file.table(tree, Set.of("labels", "priority", "acts", "clocks"));
        var labels = file.texts(parts.getOrDefault("labels", NOTHING)).stream()
                .map(Tree.Leaf::text)
                .toList();
        return new Definition(
                kind,
                labels,
                priorities(parts),
                rules(parts.getOrDefault("acts", tree)),
                clocks(parts.getOrDefault("clocks", tree)),
                text);
    }

    private Map<String, Priority> priorities(Map<String, Tree> parts) {
        var priorities = new LinkedHashMap<String, Priority>();
        part(parts, "priority")
                .forEach((label, word) ->
                        file.words(word, Priority.class, "unknown-priority").forEach(it -> priorities.put(label, it)));
        return priorities;
    }

    /// Nothing where it is left out.
    private Map<String, Tree> part(Map<String, Tree> parts, String name) {
        return parts.containsKey(name) ? file.table(parts.getOrDefault(name, NOTHING)) : Map.of();
    }

    private Map<Act.Kind, List<Rule>> rules(Tree tree) {
        var rules = new EnumMap<Act.Kind, List<Rule>>(Act.Kind.class);
        file.table(tree)
                .forEach((act, rule) -> file.word(rule, act, Act.Kind.class, "unknown-act")
                        .forEach(it -> {
                            ruleLines.put(it, rule);
                            rules.put(it, rows(rule).map(row -> rule(it, row)).toList());
                        }));
        return rules;
    }

    /// Several where an act leads elsewhere from other states.
    private static Stream<Tree> rows(Tree tree) {
        return tree instanceof Tree.Sequence many ? many.parts().stream() : Stream.of(tree);
    }

    private Rule rule(Act.Kind act, Tree tree) {
        var parts = file.table(tree, Set.of("by", "in", "to", "needs"));
        var to = file.words(parts.getOrDefault("to", NOTHING), State.class, "unknown-state");
        return new Rule(
                act,
                by(parts.getOrDefault("by", tree)),
                states(parts.getOrDefault("in", NOTHING)),
                to.stream().findFirst().orElse(null),
                file.words(parts.getOrDefault("needs", NOTHING), Rule.Need.class, "unknown-need"));
    }

    private Set<Who.Kind> by(Tree tree) {
        return tree instanceof Tree.Leaf(var _, String text) && text.equals("anybody")
                ? EnumSet.allOf(Who.Kind.class)
                : file.words(tree, Who.Kind.class, "unknown-role");
    }

    private Set<State> states(Tree tree) {
        var states = EnumSet.noneOf(State.class);
        for (var leaf : file.texts(tree)) {
            switch (leaf.text()) {
                case "open" ->
                    EnumSet.allOf(State.class).stream().filter(State::isOpen).forEach(states::add);
                case "any" -> states.addAll(EnumSet.allOf(State.class));
                default -> states.addAll(file.word(leaf, leaf.text(), State.class, "unknown-state"));
            }
        }
        return states;
    }

    private List<ClockRule> clocks(Tree tree) {
        return file.table(tree).entrySet().stream()
                .map(it -> clock(it.getKey(), it.getValue()))
                .toList();
    }

    private ClockRule clock(String name, Tree tree) {
        clockLines.put(name, tree);
        var parts = file.table(tree, Set.of("in", "within", "urgent", "emergency"));
        return new ClockRule(
                name,
                states(parts.getOrDefault("in", NOTHING)),
                times(file.table(parts.getOrDefault("within", tree))),
                Map.of(
                        Priority.URGENT, times(part(parts, "urgent")),
                        Priority.EMERGENCY, times(part(parts, "emergency"))));
    }

    private Map<String, Span> times(Map<String, Tree> said) {
        var times = new LinkedHashMap<String, Span>();
        said.forEach((label, time) -> file.texts(time)
                .forEach(leaf -> Span.parse(leaf.text())
                        .ifPresentOrElse(it -> times.put(label, it), () -> file.wrong(leaf, "no-time", leaf.text()))));
        return times;
    }
}
