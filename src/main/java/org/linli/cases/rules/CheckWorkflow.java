package org.linli.cases.rules;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.cases.Act;
import org.linli.cases.State;
import org.linli.platform.words.Tree;

/// Whether a workflow can be worked by: no state that nothing leads to, none that nothing leads out of, no clock that
/// never runs. Pure.
record CheckWorkflow(
        RuleFile file, Definition definition, Map<Act.Kind, Tree> ruleLines, Map<String, Tree> clockLines) {

    private static final Set<State> ENDS = EnumSet.of(State.CLOSED, State.WITHDRAWN);
    private static final Tree TOP = new Tree.Leaf(1, "");

    void check() {
        var reachable = reachableFrom(EnumSet.of(State.begin(true), State.begin(false)));
        rules().forEach(rule -> check(rule, reachable));
        reachable.stream().filter(it -> !ENDS.contains(it)).forEach(this::mustLeadToAnEnd);
        definition.clocks().forEach(clock -> check(clock, reachable));
        if (definition.clocks().stream().noneMatch(it -> it.name().equals(ClockRule.SOLVE))) {
            file.wrong(TOP, "no-promise", ClockRule.SOLVE);
        }
    }

    private void check(Rule rule, Set<State> reachable) {
        var at = lineOf(rule);
        if (rule.in().isEmpty()) {
            file.wrong(at, "act-nowhere", rule.act().word());
        }
        if (rule.to() == State.MERGED) {
            file.wrong(at, "unknown-state", State.MERGED.word());
        }
        if (rule.by().isEmpty()) {
            file.wrong(at, "act-by-nobody", rule.act().word());
        }
        new CheckEnds(rule)
                .fault()
                .ifPresent(it -> file.wrong(at, it, rule.act().word()));
        rule.in().stream()
                .filter(it -> !reachable.contains(it) && isNamed(it, at))
                .forEach(it ->
                        file.wrong(at, "unreachable", it.word(), rule.act().word()));
    }

    private Stream<Rule> rules() {
        return definition.rules().values().stream().flatMap(List::stream);
    }

    /// One by one, and not by `open` or `any`.
    private static boolean isNamed(State state, Tree at) {
        return switch (at) {
            case Tree.Leaf(var _, String text) -> text.equals(state.word());
            case Tree.Sequence many -> many.parts().stream().anyMatch(it -> isNamed(state, it));
            case Tree.Table table ->
                table.parts().entrySet().stream()
                        .anyMatch(it -> !it.getKey().equals("to") && isNamed(state, it.getValue()));
        };
    }

    private void mustLeadToAnEnd(State state) {
        if (reachableFrom(EnumSet.of(state)).stream().noneMatch(ENDS::contains)) {
            file.wrong(lineLeadingTo(state), "dead-end", state.word());
        }
    }

    private Tree lineLeadingTo(State state) {
        return rules().filter(it -> it.to() == state)
                .map(this::lineOf)
                .min(Comparator.comparingInt(Tree::line))
                .orElse(TOP);
    }

    private Tree lineOf(Rule rule) {
        return ruleLines.getOrDefault(rule.act(), TOP);
    }

    private void check(ClockRule clock, Set<State> reachable) {
        var at = clockLines.getOrDefault(clock.name(), TOP);
        if (clock.in().stream().noneMatch(reachable::contains)) {
            file.wrong(at, "clock-nowhere", clock.name());
        }
        if (!clock.within().containsKey("*")) {
            file.wrong(at, "clock-for-some", clock.name());
        }
    }

    /// Of several rules of an act for one state, the first counts.
    private Set<State> reachableFrom(Set<State> begin) {
        var seen = EnumSet.copyOf(begin);
        var left = new ArrayDeque<>(begin);
        while (!left.isEmpty()) {
            State from = left.remove();
            var next = definition.rules().values().stream()
                    .flatMap(rules -> rules.stream()
                            .filter(rule -> rule.in().contains(from))
                            .limit(1))
                    .flatMap(rule -> Stream.ofNullable(rule.to()))
                    .filter(seen::add)
                    .toList();
            left.addAll(next);
        }
        return seen;
    }
}
