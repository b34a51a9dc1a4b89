package org.linli.polls.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.console.Options;
import org.linli.platform.console.WrongArguments;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.counting.Utility;
import org.linli.polls.files.Amounts;

/// How somebody wants an election counted, as it was typed.
final class Choices {

    private static final Set<String> VALUED = Set.of(
            "--rule",
            "--utility",
            "--completion",
            "--start",
            "--increment",
            "--threshold",
            "--seats",
            "--tie",
            "--groups");
    private static final Set<String> FLAGS =
            Set.of("--exhaustive", "--comparison", "--limits", "--leave-out-below-share");

    private static final Set<Rule> SHARES = EnumSet.of(Rule.EQUAL_SHARES);
    private static final Set<Rule> BY_UTILITY =
            EnumSet.of(Rule.GREEDY, Rule.GREEDY_THRESHOLD, Rule.GREEDY_NO_SKIP, Rule.EQUAL_SHARES);

    /// Options that not every rule knows, and the rules that do.
    private static final SequencedMap<String, Set<Rule>> KNOWN_BY = new LinkedHashMap<>();

    static {
        KNOWN_BY.put("--utility", BY_UTILITY);
        KNOWN_BY.put("--threshold", EnumSet.of(Rule.GREEDY_THRESHOLD));
        List.of("--completion", "--start", "--exhaustive", "--comparison", "--increment")
                .forEach(it -> KNOWN_BY.put(it, SHARES));
    }

    private final Options options;

    Choices(List<String> typed) {
        this(typed, Set.of());
    }

    /// @param more options that take a value
    Choices(List<String> typed, Set<String> more) {
        var valued = Stream.concat(VALUED.stream(), more.stream()).collect(Collectors.toSet());
        this.options = new Options("polls", typed, valued, FLAGS);
    }

    Options options() {
        return options;
    }

    static String rules() {
        return Stream.of(Rule.values()).map(Rule::word).collect(Collectors.joining(" "));
    }

    static String utilities() {
        return Stream.of(Utility.values()).map(Utility::word).collect(Collectors.joining(" "));
    }

    /// Refuses what was typed besides and the rule does not know: it would be left out of the count unnoticed.
    Rule rule() {
        var rule = chosen("--rule", List.of(Rule.values()), Rule::word, null);
        KNOWN_BY.forEach((option, rules) -> {
            if (options.has(option) && !rules.contains(rule)) {
                throw new WrongArguments("'%s' knows no %s, which is for: %s"
                        .formatted(
                                rule.word(),
                                option,
                                rules.stream().map(Rule::word).collect(Collectors.joining(" "))));
            }
        });
        return rule;
    }

    /// Refuses options that a command, which counts by rules of its own, leaves out.
    Choices knowing(String command, Set<String> known) {
        Stream.concat(VALUED.stream(), FLAGS.stream())
                .filter(it -> options.has(it) && !known.contains(it))
                .sorted()
                .findFirst()
                .ifPresent(it -> {
                    throw new WrongArguments("'polls %s' knows no %s, see: polls -h".formatted(command, it));
                });
        return this;
    }

    boolean has(String flag) {
        return options.has(flag);
    }

    /// The election with what was typed about it.
    Election applied(Election read) throws IOException {
        var ofFile = has("--limits") ? read.limits() : Election.Limits.NONE;
        var limits = options.has("--groups")
                ? new Groups(read).added(ofFile, Polls.existing(options.get("--groups", "")))
                : ofFile;
        var before = read.scales();
        var scales = new Election.Scales(
                before.money(), before.points(), before.unrankedLast(), threshold(before.threshold()));
        int seats = options.number("--seats", read.seats(), 1, 1_000_000);
        return new Election(read.projects(), read.budget(), seats, read.ballots(), limits, scales);
    }

    Settings settings(Election election) {
        return new Settings(
                chosen("--utility", List.of(Utility.values()), Utility::word, Utility.usual(election)),
                chosen("--completion", List.of(Completion.values()), Completion::word, Completion.NONE),
                chosen(
                        "--start",
                        List.of(Settings.Start.values()),
                        Settings.Start::word,
                        adds() ? Settings.Start.FLOOR : Settings.Start.EXACT),
                has("--exhaustive"),
                has("--comparison"),
                options.number("--increment", 1L, 1, Long.MAX_VALUE),
                ties());
    }

    private boolean adds() {
        return options.get("--completion", "").startsWith("add1");
    }

    private @Nullable BigDecimal threshold(@Nullable BigDecimal otherwise) {
        String typed = options.get("--threshold", "");
        try {
            return typed.isEmpty() ? otherwise : Amounts.read(typed);
        } catch (NumberFormatException noNumber) {
            throw new WrongArguments("--threshold '%s', expected a number".formatted(typed));
        }
    }

    private TieOrder ties() {
        try {
            return options.has("--tie") ? TieOrder.read(options.get("--tie", "")) : TieOrder.USUAL;
        } catch (IllegalArgumentException wrong) {
            throw new WrongArguments("--tie " + wrong.getMessage());
        }
    }

    private <T> T chosen(String option, Collection<T> choices, Function<T, String> word, @Nullable T otherwise) {
        String typed = options.get(option, "");
        if (!options.has(option) && otherwise != null) {
            return otherwise;
        }
        return choices.stream()
                .filter(it -> word.apply(it).equals(typed))
                .findFirst()
                .orElseThrow(() -> new WrongArguments("%s '%s', expected one of: %s"
                        .formatted(option, typed, choices.stream().map(word).collect(Collectors.joining(" ")))));
    }
}
