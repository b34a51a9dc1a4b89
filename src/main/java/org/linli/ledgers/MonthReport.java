package org.linli.ledgers;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CasesInNumbers;
import org.linli.cases.CasesInNumbers.Counted;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Unit;
import org.linli.polls.works.Appraisals;
import org.linli.polls.works.Appraisals.Score;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// A month in numbers: the community, each grid, each unit, each department. Counted by the month in which cases began,
/// as they stand now.
@Component
public class MonthReport {

    public enum Kind {
        COMMUNITY,
        GRID,
        UNIT,
        DEPARTMENT
    }

    /// @param id        of the grid or unit; of the community in the first line
    /// @param appraised what residents have given in this month to what the unit carried out for them; `null` where
    ///                  none has, and for what is no unit
    public record Line(
            Kind kind,
            String id,
            String name,
            Numbers numbers,
            @Nullable Score appraised) {}

    private final CasesInNumbers cases;
    private final Appraisals appraisals;

    MonthReport(CasesInNumbers cases, Appraisals appraisals) {
        this.cases = cases;
        this.appraisals = appraisals;
    }

    /// The community first. Never empty.
    public Mono<List<Line>> of(CommunityMap map, YearMonth month) {
        var from = begin(month);
        var before = begin(month.plusMonths(1));
        return Mono.zip(
                cases.opened(map.id(), from, before).collectList(),
                appraisals.ofUnits(map.id(), from, before).collectMap(Score::of),
                (counted, scores) -> lines(map, counted, scores));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(SpokenTime.ZONE).toInstant();
    }

    private static List<Line> lines(CommunityMap map, List<Counted> counted, Map<String, Score> scores) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(Kind.COMMUNITY, map.id().value(), map.name(), sum(counted, _ -> true), null));
        for (Place grid : map.places()) {
            if (grid.kind() == Place.Kind.GRID) {
                lines.add(new Line(Kind.GRID, grid.id(), grid.name(), sum(counted, it -> isIn(map, it, grid)), null));
            }
        }
        for (Unit unit : acting(map, counted)) {
            var kind = unit.kind() == Unit.Kind.DEPARTMENT ? Kind.DEPARTMENT : Kind.UNIT;
            lines.add(new Line(
                    kind,
                    unit.id(),
                    unit.name(),
                    sum(counted, it -> it.unit().equals(unit.id())),
                    scores.get(unit.name())));
        }
        return lines;
    }

    /// With those that are no more, where they had something to do.
    private static List<Unit> acting(CommunityMap map, List<Counted> counted) {
        var former = map.retired().stream()
                .filter(unit -> counted.stream().anyMatch(it -> it.unit().equals(unit.id())));
        return Stream.concat(map.units().stream(), former).toList();
    }

    private static boolean isIn(CommunityMap map, Counted it, Place grid) {
        return map.place(it.spot())
                .filter(spot -> map.isWithin(spot, grid.id()))
                .isPresent();
    }

    private static Numbers sum(List<Counted> counted, Predicate<Counted> which) {
        return counted.stream().filter(which).reduce(Numbers.NONE, Numbers::plus, (one, _) -> one);
    }
}
