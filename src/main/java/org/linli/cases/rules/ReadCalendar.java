package org.linli.cases.rules;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.cases.worktime.Holidays;
import org.linli.cases.worktime.WorkingHours;
import org.linli.cases.worktime.WorkingHours.Stretch;
import org.linli.platform.words.Tree;

/// Reads one file of `templates/calendars`: the holidays of a year, `cn-2026.yml`, or working hours, `hours.yml`. Pure.
final class ReadCalendar {

    /// What a file says.
    sealed interface Page {

        record Year(Holidays holidays) implements Page {}

        record Hours(WorkingHours hours) implements Page {}
    }

    private static final Tree NOTHING = new Tree.Leaf(1, "");
    private static final Pattern YEAR = Pattern.compile("cn-(20\\d\\d)\\.yml");
    private static final Pattern DAYS = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?: to (\\d{4}-\\d\\d-\\d\\d))?");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2}):(\\d\\d)-(\\d{1,2}):(\\d\\d)");

    private final RuleFile file;

    private ReadCalendar(RuleFile file) {
        this.file = file;
    }

    /// Empty when something is wrong with it, which is then among the faults.
    static Optional<Page> read(RuleFile file, String text) {
        int before = file.faults().size();
        try {
            var page = new ReadCalendar(file).page(Tree.read(text));
            return file.faults().size() == before ? page : Optional.empty();
        } catch (Tree.Unreadable broken) {
            file.wrong(broken.fault());
            return Optional.empty();
        }
    }

    private Optional<Page> page(Tree tree) {
        var year = YEAR.matcher(file.name());
        if (year.matches()) {
            return Optional.of(new Page.Year(holidays(tree, Integer.parseInt(year.group(1)))));
        }
        if (file.name().equals("hours.yml") || file.name().endsWith("/hours.yml")) {
            return hours(tree);
        }
        file.wrong(tree, "unknown-calendar");
        return Optional.empty();
    }

    private Holidays holidays(Tree tree, int year) {
        var parts = file.table(tree, Set.of("off", "worked"));
        return new Holidays(
                days(parts.getOrDefault("off", NOTHING), year),
                days(parts.getOrDefault("worked", NOTHING), year),
                Set.of(year));
    }

    private Set<LocalDate> days(Tree tree, int year) {
        var days = new HashSet<LocalDate>();
        for (var leaf : file.texts(tree)) {
            var found = days(leaf.text());
            days.addAll(found);
            if (found.isEmpty() || found.stream().anyMatch(it -> it.getYear() != year)) {
                file.wrong(leaf, "no-day", leaf.text(), year);
            }
        }
        return days;
    }

    private static List<LocalDate> days(String text) {
        var said = DAYS.matcher(text);
        try {
            if (!said.matches()) {
                return List.of();
            }
            var first = LocalDate.parse(said.group(1));
            var last = said.group(2) == null ? first : LocalDate.parse(said.group(2));
            return last.isBefore(first) || last.isAfter(first.plusDays(30))
                    ? List.of()
                    : first.datesUntil(last.plusDays(1)).toList();
        } catch (DateTimeException noDay) {
            return List.of();
        }
    }

    private Optional<Page> hours(Tree tree) {
        var week = new EnumMap<DayOfWeek, List<Stretch>>(DayOfWeek.class);
        file.table(tree)
                .forEach((day, stretches) -> file.word(stretches, day, DayOfWeek.class, "unknown-day")
                        .forEach(it -> week.put(it, stretches(stretches))));
        if (week.values().stream().allMatch(List::isEmpty)) {
            file.wrong(tree, "never-open");
            return Optional.empty();
        }
        return Optional.of(new Page.Hours(new WorkingHours(week)));
    }

    private List<Stretch> stretches(Tree tree) {
        var found = file.texts(tree).stream()
                .flatMap(leaf -> {
                    var stretch = stretch(leaf.text());
                    if (stretch.isEmpty()) {
                        file.wrong(leaf, "no-hours", leaf.text());
                    }
                    return stretch.stream();
                })
                .sorted(Comparator.comparing(Stretch::from))
                .toList();
        for (int i = 1; i < found.size(); i++) {
            if (found.get(i).from().isBefore(found.get(i - 1).until())) {
                file.wrong(tree, "hours-overlap");
            }
        }
        return found;
    }

    private static Optional<Stretch> stretch(String text) {
        var said = HOURS.matcher(text.toLowerCase(Locale.ROOT));
        try {
            return Stream.of(said)
                    .filter(java.util.regex.Matcher::matches)
                    .map(it -> new Stretch(time(it.group(1), it.group(2)), time(it.group(3), it.group(4))))
                    .filter(it -> it.from().isBefore(it.until()))
                    .findFirst();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
    }
}
