package org.linli.ledgers;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What forms may ask for in braces: what stands once, like `{{month}}`, and what stands in each row, like
/// `{{each.number}}`.
final class Fields {

    /// Also what is none, to be named.
    private static final Pattern BRACES = Pattern.compile("\\{\\{(.{0,40}?)}}");

    private static final Set<String> ONCE = Set.of("community", "today", "month", "count");

    private static final Set<String> OF_A_CASE = Set.of(
            "row",
            "number",
            "what",
            "where",
            "words",
            "state",
            "unit",
            "opened",
            "due",
            "resolved",
            "stars",
            "supporters",
            "urged",
            "amount");

    private static final Set<String> OF_A_LINE = Set.of(
            "row",
            "kind",
            "name",
            "total",
            "responded",
            "resolved",
            "responseRate",
            "solutionRate",
            "satisfactionRate",
            "overdue",
            "reopened",
            "returned",
            "notAsked",
            "amount",
            "appraised",
            "appraisals");

    private Fields() {}

    /// In the order of the alphabet, without braces.
    static Set<String> of(Order.Kind kind) {
        var all = new TreeSet<>(ONCE);
        var each = switch (kind) {
            case CASES -> OF_A_CASE;
            case MONTH -> OF_A_LINE;
        };
        each.forEach(it -> all.add("each." + it));
        return all;
    }

    /// Each with its cell, from top to bottom.
    static List<String> unknown(Sheet sheet, Order.Kind kind) {
        var known = of(kind);
        return sheet.rows().stream()
                .flatMap(row -> row.cells().stream()
                        .flatMap(cell -> inBraces(cell.text())
                                .filter(it -> !known.contains(it))
                                .map(it -> "%s%d {{%s}}".formatted(cell.column(), row.number(), it))))
                .toList();
    }

    private static Stream<String> inBraces(String text) {
        return BRACES.matcher(text).results().map((MatchResult found) -> found.group(1));
    }
}
