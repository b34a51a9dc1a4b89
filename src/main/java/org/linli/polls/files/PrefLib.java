package org.linli.polls.files;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;

/// Rankings as preflib.org writes them down (.soc .soi .toc .toi): `12: 1,{2,3},4`.
final class PrefLib {

    private static final Pattern NAME = Pattern.compile("#\\s*ALTERNATIVE NAME (\\d{1,9})\\s*:\\s*(.*)");
    private static final Pattern ORDER = Pattern.compile("(\\d+)\\s*:\\s*(.*)");
    private static final Pattern CLASS = Pattern.compile("\\{([^{}]*)}|(\\d+)");

    private PrefLib() {}

    static Election read(String text) {
        var names = new TreeMap<Integer, String>();
        var ballots = new Cast();
        var lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            var name = NAME.matcher(line);
            var order = ORDER.matcher(line);
            if (name.matches()) {
                name(name, names, i + 1);
            } else if (order.matches()) {
                ballots.add(ranking(order.group(2), names, i + 1), order.group(1), i + 1);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw BrokenElection.at(i + 1, "expected a count, a colon and an order");
            }
        }
        if (names.isEmpty()) {
            throw new BrokenElection("no line '# ALTERNATIVE NAME 1: …'");
        }
        return new Election(
                names.entrySet().stream()
                        .map(it -> new Project(String.valueOf(it.getKey()), it.getValue(), 0, true))
                        .toList(),
                null,
                1,
                ballots.together(),
                Election.Limits.NONE,
                Election.Scales.WHOLE);
    }

    private static void name(Matcher name, TreeMap<Integer, String> names, int line) {
        if (names.put(Integer.parseInt(name.group(1)), name.group(2)) != null) {
            throw BrokenElection.at(line, "alternative %s is named twice".formatted(name.group(1)));
        }
    }

    private static Ballot ranking(String order, TreeMap<Integer, String> names, int line) {
        var classes = new ArrayList<List<Integer>>();
        var each = CLASS.matcher(order);
        var rest = new StringBuilder(order);
        while (each.find()) {
            String inside = each.group(1) == null ? each.group(2) : each.group(1);
            classes.add(List.of(inside.split(",")).stream()
                    .map(it -> place(it.strip(), names, line))
                    .toList());
        }
        if (!CLASS.matcher(rest).replaceAll("").replaceAll("[,\\s]", "").isEmpty()) {
            throw BrokenElection.at(line, "'%s', expected numbers, commas and braces".formatted(order));
        }
        return CondorcetFormat.ranking(classes, line);
    }

    private static int place(String number, TreeMap<Integer, String> names, int line) {
        if (!number.matches("\\d{1,9}") || !names.containsKey(Integer.parseInt(number))) {
            throw BrokenElection.at(line, "unknown alternative '%s'".formatted(number));
        }
        return names.headMap(Integer.parseInt(number)).size();
    }
}
