package org.linli.deploy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What PostgreSQL would do for a statement, as `explain (generic_plan, verbose, format json)` tells it.
///
/// A table is read within one community where its `community_id` has to equal a value that was handed in, or that of
/// something else that is: of a join, of a subquery (which is looked at by itself), of a row that was handed in.
final class Plan {

    private static final Pattern EQUAL = Pattern.compile("(\\w+)\\.community_id = (.+)", Pattern.DOTALL);
    private static final Pattern ONE = Pattern.compile("\\(?(\\$\\d+|'[^']*')\\)?(::text)?");
    private static final Pattern OF_ANOTHER = Pattern.compile("(\\w+)\\.community_id");
    private static final Pattern TURNED = Pattern.compile("([^=]+) = (\\w+)\\.community_id");
    private static final List<String> CONDITIONS = List.of(
            "Index Cond", "Recheck Cond", "Filter", "Hash Cond", "Merge Cond", "Join Filter", "One-Time Filter");

    private record Read(String table, String alias) {}

    private record Joined(String one, String other) {}

    private final List<Read> reads = new ArrayList<>();
    private final List<Joined> joins = new ArrayList<>();
    private final Set<String> bound = new HashSet<>();
    private final Set<String> single = new HashSet<>();
    private final Set<String> derived = new HashSet<>();

    private Plan() {}

    static Plan of(JsonNode explained) {
        var plan = new Plan();
        plan.look(explained.path(0).path("Plan"));
        return plan;
    }

    /// Which of these tables it reads over communities.
    ///
    /// @param spread those that are spread by their community
    Set<String> across(Set<String> spread) {
        var within = new HashSet<>(bound);
        within.addAll(derived);
        return outside(within, spread);
    }

    /// Which of these tables it reads in more communities than one that is handed in.
    ///
    /// @param spread those that are spread by their community
    Set<String> several(Set<String> spread) {
        return outside(new HashSet<>(single), spread);
    }

    /// @param within grows by whatever is joined to it
    private Set<String> outside(Set<String> within, Set<String> spread) {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var it : joins) {
                if (within.contains(it.one())) {
                    grew |= within.add(it.other());
                } else if (within.contains(it.other())) {
                    grew |= within.add(it.one());
                }
            }
        }
        var outside = new TreeSet<String>();
        reads.stream()
                .filter(it -> spread.contains(it.table()) && !within.contains(it.alias()))
                .forEach(it -> outside.add(it.table()));
        return outside;
    }

    private void look(JsonNode node) {
        String alias = node.path("Alias").asString("");
        boolean writes = node.path("Node Type").asString("").equals("ModifyTable");
        if (!writes && node.has("Relation Name")) {
            reads.add(new Read(
                    node.path("Schema").asString("") + "."
                            + node.path("Relation Name").asString(""),
                    alias));
        } else if (!writes && !alias.isEmpty()) {
            derived.add(alias);
        }
        CONDITIONS.stream().flatMap(it -> all(node.path(it).asString(""))).forEach(this::hold);
        node.path("Plans").forEach(this::look);
    }

    private void hold(String condition) {
        var equal = EQUAL.matcher(condition);
        var turned = TURNED.matcher(condition);
        if (equal.matches()) {
            hold(equal.group(1), equal.group(2));
        } else if (turned.matches()) {
            hold(turned.group(2), turned.group(1));
        }
    }

    private void hold(String alias, String equal) {
        var other = OF_ANOTHER.matcher(equal);
        if (other.matches()) {
            joins.add(new Joined(alias, other.group(1)));
        } else {
            bound.add(alias);
            if (ONE.matcher(equal).matches()) {
                single.add(alias);
            }
        }
    }

    /// The conditions that hold together: `((a = b) AND (c = d))` are two.
    private static Stream<String> all(String condition) {
        String inner = stripped(condition);
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && inner.startsWith(" AND ", i)) {
                parts.add(inner.substring(from, i));
                from = i + " AND ".length();
            }
        }
        if (parts.isEmpty()) {
            return Stream.of(inner);
        }
        parts.add(inner.substring(from));
        return parts.stream().flatMap(Plan::all);
    }

    /// Without the parentheses around the whole.
    private static String stripped(String condition) {
        String it = condition.strip();
        while (it.startsWith("(") && closes(it) == it.length() - 1) {
            it = it.substring(1, it.length() - 1).strip();
        }
        return it;
    }

    private static int closes(String it) {
        int depth = 0;
        for (int i = 0; i < it.length(); i++) {
            depth += it.charAt(i) == '(' ? 1 : it.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
