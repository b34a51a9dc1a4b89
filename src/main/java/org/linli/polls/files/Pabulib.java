package org.linli.polls.files;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;
import org.linli.polls.files.Sections.Row;
import org.linli.polls.files.Sections.Section;

/// Participatory budgeting as pabulib.org writes it down (.pb).
final class Pabulib {

    /// What a project "costs" there that was withdrawn when the ballots were printed.
    private static final BigDecimal WITHDRAWN = new BigDecimal("999999999");

    private static final int MOST_DECIMALS = 6;

    private final Sections sections;
    private final Map<String, String> meta = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    private Pabulib(Sections sections) {
        this.sections = sections;
        sections.get(Section.META).forEach(it -> meta.put(it.need("key"), it.get("value")));
        sections.get(Section.PROJECTS).forEach(it -> {
            if (places.put(it.need("project_id"), places.size()) != null) {
                throw BrokenElection.at(it.line(), "project '%s' is there twice".formatted(it.get("project_id")));
            }
        });
    }

    /// A ballot that names a project twice counts it once.
    static Election read(String text) {
        return new Pabulib(Sections.of(text)).election();
    }

    static List<Long> votes(String text) {
        var rows = Sections.of(text).get(Section.PROJECTS);
        return rows.stream().allMatch(it -> it.get("votes").isEmpty())
                ? List.of()
                : rows.stream().map(it -> whole(number(it, "votes"), 0)).toList();
    }

    private Election election() {
        var costs = sections.get(Section.PROJECTS).stream().map(it -> number(it, "cost"));
        var limits = new Limits(sections.get(Section.PROJECTS), meta);
        var caps = limits.amounts().map(it -> number(0, it));
        int money = decimals(Stream.concat(Stream.concat(costs, caps), Stream.of(budget())));
        int points = decimals(sections.get(Section.VOTES).stream()
                .flatMap(it -> list(it.get("points")).map(point -> number(it.line(), point))));
        var projects = sections.get(Section.PROJECTS).stream()
                .map(it -> project(it, money))
                .toList();
        var ballots = new LinkedHashMap<Ballot, Integer>();
        sections.get(Section.VOTES).forEach(it -> ballots.merge(ballot(it, points), 1, Integer::sum));
        return new Election(
                projects,
                whole(budget(), money),
                1,
                ballots,
                limits.read(most -> whole(number(0, most), money)),
                new Election.Scales(money, points, true, threshold()));
    }

    private BigDecimal budget() {
        return number(0, meta.getOrDefault("budget", ""));
    }

    private @Nullable BigDecimal threshold() {
        String least = meta.getOrDefault("min_project_score_threshold", "");
        return least.isEmpty() ? null : number(0, least);
    }

    private static Project project(Row row, int money) {
        var cost = number(row, "cost");
        boolean stands = cost.compareTo(WITHDRAWN) != 0;
        return new Project(row.need("project_id"), row.get("name"), stands ? whole(cost, money) : 0, stands);
    }

    private Ballot ballot(Row row, int points) {
        var named = list(row.get("vote")).map(it -> place(row, it)).toList();
        return switch (meta.getOrDefault("vote_type", "")) {
            case "approval", "choose-1" ->
                new Ballot.Approval(named.stream().distinct().toList());
            case "ordinal" -> Ballot.Ranking.strictly(named.stream().distinct().toList());
            case "cumulative", "scoring" -> points(row, named, points);
            case String other ->
                throw new BrokenElection(
                        "vote_type '%s', expected approval, choose-1, ordinal, cumulative or scoring".formatted(other));
        };
    }

    private static Ballot points(Row row, List<Integer> named, int decimals) {
        var given = list(row.get("points"))
                .map(it -> whole(number(row.line(), it), decimals))
                .toList();
        if (given.size() != named.size()) {
            throw BrokenElection.at(row.line(), "%d projects and %d points".formatted(named.size(), given.size()));
        }
        var once = new LinkedHashMap<Integer, Long>();
        for (int i = 0; i < named.size(); i++) {
            once.putIfAbsent(named.get(i), given.get(i));
        }
        return new Ballot.Points(List.copyOf(once.keySet()), List.copyOf(once.values()));
    }

    private int place(Row row, String project) {
        Integer place = places.get(project);
        if (place == null) {
            throw BrokenElection.at(row.line(), "unknown project '%s'".formatted(project));
        }
        return place;
    }

    static Stream<String> list(String cell) {
        return cell.isEmpty() ? Stream.of() : Stream.of(cell.split(",", -1)).map(String::strip);
    }

    private static int decimals(Stream<BigDecimal> numbers) {
        int most = numbers.mapToInt(it -> it.stripTrailingZeros().scale()).max().orElse(0);
        if (most > MOST_DECIMALS) {
            throw new BrokenElection("a number with %d decimals, expected at most %d".formatted(most, MOST_DECIMALS));
        }
        return Math.max(0, most);
    }

    private static long whole(BigDecimal number, int decimals) {
        try {
            return number.movePointRight(decimals).longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new BrokenElection("a number with %d digits is too large".formatted(number.precision()));
        }
    }

    private static BigDecimal number(Row row, String column) {
        return number(row.line(), row.get(column));
    }

    private static BigDecimal number(int line, String cell) {
        try {
            return new BigDecimal(cell);
        } catch (NumberFormatException noNumber) {
            throw BrokenElection.at(line, "'%s', expected a number".formatted(cell));
        }
    }
}
