package org.linli.cases.rules;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.cases.CaseWords;
import org.linli.cases.worktime.Holidays;
import org.linli.cases.worktime.WorkCalendar;
import org.linli.cases.worktime.WorkingHours;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;

/// When each community works, by the folder `templates/calendars` as it is now: `cn-2026.yml` for the holidays of a
/// year, `hours.yml` for working hours, in a folder of a community's id its own.
@Component
public class Calendars {

    /// The State Council's notice comes out in October or November.
    private static final MonthDay NEXT_YEAR_IS_DUE = MonthDay.of(12, 15);

    private record Known(Map<String, ReadCalendar.Page> pages, Holidays holidays) {}

    private final RuleFolder<ReadCalendar.Page> folder;
    private volatile Known known = new Known(Map.of(), Holidays.NONE);

    public Calendars(CaseWords words) {
        folder = new RuleFolder<>("templates/calendars", words, ReadCalendar::read);
    }

    public WorkCalendar of(CommunityId community) {
        var hours = hours(community.value() + "/hours.yml")
                .or(() -> hours("hours.yml"))
                .orElseThrow(() -> new IllegalStateException("templates/calendars/hours.yml is missing"));
        return new WorkCalendar(hours, holidays());
    }

    private Optional<WorkingHours> hours(String file) {
        return folder.find(file)
                .flatMap(
                        it -> it instanceof ReadCalendar.Page.Hours(var hours) ? Optional.of(hours) : Optional.empty());
    }

    /// Put together once for as long as the files stay as they are.
    private Holidays holidays() {
        var pages = folder.all();
        var now = known;
        if (now.pages() != pages) {
            now = new Known(pages, holidays(pages.values()));
            known = now;
        }
        return now.holidays();
    }

    private static Holidays holidays(Collection<ReadCalendar.Page> pages) {
        var off = new HashSet<LocalDate>();
        var worked = new HashSet<LocalDate>();
        var years = new HashSet<Integer>();
        pages.forEach(page -> {
            if (page instanceof ReadCalendar.Page.Year(var year)) {
                off.addAll(year.off());
                worked.addAll(year.worked());
                years.addAll(year.years());
            }
        });
        return new Holidays(off, worked, years);
    }

    /// What is wrong with files, and years whose holidays should be known by now and are not.
    public List<Fault> faults(LocalDate today) {
        return Stream.concat(folder.faults().stream(), missing(today)).toList();
    }

    private Stream<Fault> missing(LocalDate today) {
        boolean nextIsDue = !MonthDay.from(today).isBefore(NEXT_YEAR_IS_DUE);
        var known = holidays().years();
        return IntStream.rangeClosed(today.getYear(), today.getYear() + (nextIsDue ? 1 : 0))
                .filter(year -> !known.contains(year))
                .mapToObj(year -> Fault.of("cn-%d.yml".formatted(year), 1, "no-year", String.valueOf(year)));
    }

    /// Takes up a change now. Reads the disk: blocking.
    void reload() {
        folder.reload();
    }

    void take(SortedMap<String, String> files) {
        folder.take(files);
    }
}
