package org.linli.polls.files;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;
import org.linli.polls.files.Sections.Row;
import org.linli.polls.files.Sections.Section;

/// Participatory budgeting as pabulib.org writes it down (.pb).
final class Pabulib {

    /// What a project "costs" there that was withdrawn when the ballots were printed.
    private static final BigDecimal WITHDRAWN = new BigDecimal("999999999");

    private final Sections sections;
    private final Map<String, String> meta = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    private Pabulib(Sections sections) {
        this.sections = sections;
        sections.get(Section.META).forEach(it -> {
            if (meta.put(it.need("key"), it.get("value")) != null) {
                throw BrokenElection.at(it.line(), "'%s' is there twice".formatted(it.get("key")));
            }
        });
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
                : rows.stream().map(it -> Amounts.whole(number(it, "votes"), 0)).toList();
    }

    private Election election() {
        var costs = sections.get(Section.PROJECTS).stream().map(it -> number(it, "cost"));
        var limits = new Limits(sections.get(Section.PROJECTS), meta);
        var caps = limits.amounts().map(it -> Amounts.number("a cap", it));
        int money = Amounts.decimals(Stream.concat(Stream.concat(costs, caps), Stream.of(budget())));
        var ballots = new PabulibBallots(sections.get(Section.VOTES), meta, places);
        var projects = sections.get(Section.PROJECTS).stream()
                .map(it -> project(it, money))
                .toList();
        return new Election(
                projects,
                Amounts.whole(budget(), money),
                1,
                ballots.together(),
                limits.read(most -> Amounts.whole(Amounts.number("a cap", most), money)),
                new Election.Scales(money, ballots.decimals(), true, threshold()));
    }

    private BigDecimal budget() {
        var budget = Amounts.number("budget", meta.getOrDefault("budget", ""));
        if (budget.signum() < 0) {
            throw new BrokenElection("budget '%s', expected at least 0".formatted(budget.toPlainString()));
        }
        return budget;
    }

    private @Nullable BigDecimal threshold() {
        String least = meta.getOrDefault("min_project_score_threshold", "");
        return least.isEmpty() ? null : Amounts.number("min_project_score_threshold", least);
    }

    private static Project project(Row row, int money) {
        var cost = number(row, "cost");
        if (cost.signum() < 0) {
            throw BrokenElection.at(row.line(), "cost '%s', expected at least 0".formatted(row.get("cost")));
        }
        boolean stands = cost.compareTo(WITHDRAWN) != 0;
        return new Project(row.need("project_id"), row.get("name"), stands ? Amounts.whole(cost, money) : 0, stands);
    }

    static Stream<String> list(String cell) {
        return cell.isEmpty() ? Stream.of() : Stream.of(cell.split(",", -1)).map(String::strip);
    }

    private static BigDecimal number(Row row, String column) {
        return Amounts.number(row.line(), row.get(column));
    }
}
