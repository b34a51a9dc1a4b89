package org.linli.polls.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;

/// Rankings in the Condorcet Election Format (.cvotes): `A > B = C * 39`.
final class CondorcetFormat {

    private static final Pattern PARAMETER = Pattern.compile("#/\\s*([^:]+?)\\s*:\\s*(.*)");
    private static final Pattern TIMES = Pattern.compile("(.*?)\\s*\\*\\s*(\\d+)");

    private CondorcetFormat() {}

    /// Names before `||` (tags) and after `#` (remarks) are left out; weights (`^`) are refused.
    static Election read(String text) {
        var parameters = new HashMap<String, String>();
        text.lines()
                .map(PARAMETER::matcher)
                .filter(it -> it.matches())
                .forEach(it -> parameters.put(
                        it.group(1).toLowerCase(Locale.ROOT), it.group(2).strip()));
        var lines = text.lines().map(CondorcetFormat::vote).toList();
        var places = places(parameters.getOrDefault("candidates", ""), lines);
        if (places.isEmpty()) {
            throw new BrokenElection("no candidates");
        }
        var ballots = new Cast();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                count(lines.get(i), i + 1, places, ballots);
            }
        }
        boolean unrankedLast =
                !parameters.getOrDefault("implicit ranking", "true").equalsIgnoreCase("false");
        return new Election(
                places.keySet().stream().map(it -> new Project(it, 0)).toList(),
                null,
                seats(parameters),
                ballots.together(),
                Election.Limits.NONE,
                new Election.Scales(0, 0, unrankedLast, null));
    }

    private static String vote(String line) {
        return line.replaceFirst("#.*", "").replaceFirst("^.*\\|\\|", "").strip();
    }

    private static int seats(Map<String, String> parameters) {
        String seats = parameters.getOrDefault("number of seats", "1");
        if (!seats.matches("[1-9]\\d{0,5}")) {
            throw new BrokenElection("'%s' seats, expected a number from 1".formatted(seats));
        }
        return Integer.parseInt(seats);
    }

    /// Where no candidates are listed, whoever is named is one.
    private static Map<String, Integer> places(String listed, List<String> lines) {
        var names = listed.isEmpty()
                ? lines.stream().flatMap(it -> Stream.of(order(it).split("[>=]")))
                : Stream.of(listed.split(";"));
        var places = new LinkedHashMap<String, Integer>();
        names.map(String::strip).filter(it -> !it.isEmpty()).forEach(it -> places.putIfAbsent(it, places.size()));
        return places;
    }

    private static String order(String line) {
        var times = TIMES.matcher(line);
        return times.matches() ? times.group(1) : line;
    }

    private static void count(String line, int number, Map<String, Integer> places, Cast ballots) {
        if (line.indexOf('^') >= 0) {
            throw BrokenElection.at(number, "weights of votes are not counted here");
        }
        var times = TIMES.matcher(line);
        ballots.add(
                ranking(classes(order(line), places, number), number), times.matches() ? times.group(2) : "1", number);
    }

    private static List<List<Integer>> classes(String order, Map<String, Integer> places, int line) {
        var classes = new ArrayList<List<Integer>>();
        if (order.equals("/EMPTY_RANKING/")) {
            return classes;
        }
        for (String equal : order.split(">", -1)) {
            classes.add(Stream.of(equal.split("=", -1))
                    .map(it -> place(it.strip(), places, line))
                    .toList());
        }
        return classes;
    }

    private static int place(String name, Map<String, Integer> places, int line) {
        Integer place = places.get(name);
        if (place == null) {
            throw BrokenElection.at(line, "unknown candidate '%s'".formatted(name));
        }
        return place;
    }

    static Ballot ranking(List<List<Integer>> classes, int line) {
        try {
            return new Ballot.Ranking(classes);
        } catch (IllegalArgumentException twice) {
            throw BrokenElection.at(line, "somebody is named twice");
        }
    }
}
