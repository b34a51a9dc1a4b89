package org.linli.polls.command;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.counting.TieOrder.Criterion;
import org.linli.polls.counting.Utility;

/// How somebody wants an election counted, as it was typed.
final class Choices {

    private static final Set<String> VALUED =
            Set.of("--rule", "--utility", "--completion", "--start", "--increment", "--threshold", "--seats", "--tie");
    private static final Set<String> FLAGS =
            Set.of("--exhaustive", "--comparison", "--limits", "--leave-out-below-share");

    private final Map<String, String> given = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    Choices(List<String> typed) {
        for (var words = typed.iterator(); words.hasNext(); ) {
            String word = words.next();
            if (FLAGS.contains(word)) {
                flags.add(word);
            } else if (!VALUED.contains(word)) {
                throw new WrongArguments("unknown argument '%s', see: polls -h".formatted(word));
            } else if (!words.hasNext()) {
                throw new WrongArguments("'%s' needs a value, see: polls -h".formatted(word));
            } else {
                given.put(word, words.next());
            }
        }
    }

    static String rules() {
        return Stream.of(Rule.values()).map(Rule::word).collect(Collectors.joining(" "));
    }

    static String utilities() {
        return Stream.of(Utility.values()).map(Utility::word).collect(Collectors.joining(" "));
    }

    Rule rule() {
        return chosen("--rule", List.of(Rule.values()), Rule::word, null);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /// The election with what was typed about it.
    Election applied(Election read) {
        var limits = has("--limits") ? read.limits() : Election.Limits.NONE;
        var before = read.scales();
        var scales = new Election.Scales(
                before.money(), before.points(), before.unrankedLast(), threshold(before.threshold()));
        int seats = (int) number("--seats", read.seats(), 1_000_000);
        return new Election(read.projects(), read.budget(), seats, read.ballots(), limits, scales);
    }

    Settings settings(Election election) {
        return new Settings(
                chosen("--utility", List.of(Utility.values()), Utility::word, Utility.usual(election)),
                chosen("--completion", List.of(Completion.values()), Completion::word, Completion.NONE),
                chosen(
                        "--start",
                        List.of(Settings.Start.values()),
                        it -> it.name().toLowerCase(Locale.ROOT),
                        adds() ? Settings.Start.FLOOR : Settings.Start.EXACT),
                has("--exhaustive"),
                has("--comparison"),
                number("--increment", 1, Long.MAX_VALUE),
                ties());
    }

    private boolean adds() {
        return given.getOrDefault("--completion", "").startsWith("add1");
    }

    private @Nullable BigDecimal threshold(@Nullable BigDecimal otherwise) {
        String typed = given.get("--threshold");
        try {
            return typed == null ? otherwise : new BigDecimal(typed);
        } catch (NumberFormatException noNumber) {
            throw new WrongArguments("--threshold '%s', expected a number".formatted(typed));
        }
    }

    private long number(String name, long otherwise, long most) {
        String typed = given.get(name);
        try {
            long number = typed == null ? otherwise : Long.parseLong(typed);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // told below, like a number out of range
        }
        throw new WrongArguments("%s '%s', expected a number from 1 to %d".formatted(name, typed, most));
    }

    private TieOrder ties() {
        String typed = given.get("--tie");
        return typed == null
                ? TieOrder.USUAL
                : new TieOrder(
                        Arrays.stream(typed.split(",")).map(Choices::criterion).toList());
    }

    private static Criterion criterion(String typed) {
        return switch (typed) {
            case "cost" -> Criterion.Known.COST;
            case "votes" -> Criterion.Known.VOTES;
            case "name" -> Criterion.Known.NAME;
            case "list" -> Criterion.Known.LIST;
            case String lot when lot.startsWith("lot=") && lot.length() > 4 -> new Criterion.Lot(lot.substring(4));
            case String other ->
                throw new WrongArguments(
                        "--tie '%s', expected a list of cost, votes, name, list and lot=SEED".formatted(other));
        };
    }

    private <T> T chosen(String option, Collection<T> choices, Function<T, String> word, @Nullable T otherwise) {
        String typed = given.get(option);
        if (typed == null && otherwise != null) {
            return otherwise;
        }
        return choices.stream()
                .filter(it -> word.apply(it).equals(typed))
                .findFirst()
                .orElseThrow(() -> new WrongArguments("%s '%s', expected one of: %s"
                        .formatted(
                                option,
                                typed == null ? "" : typed,
                                choices.stream().map(word).collect(Collectors.joining(" ")))));
    }
}
