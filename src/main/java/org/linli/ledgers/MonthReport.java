package org.linli.ledgers;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.linli.cases.CasesInNumbers;
import org.linli.cases.CasesInNumbers.Counted;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Unit;
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

    /// @param id of the grid or unit; of the community in the first line
    public record Line(Kind kind, String id, String name, Numbers numbers) {}

    private final CasesInNumbers cases;

    MonthReport(CasesInNumbers cases) {
        this.cases = cases;
    }

    /// The community first. Never empty.
    public Mono<List<Line>> of(CommunityMap map, YearMonth month) {
        return cases.opened(map.id(), begin(month), begin(month.plusMonths(1)))
                .collectList()
                .map(counted -> lines(map, counted));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(SpokenTime.ZONE).toInstant();
    }

    private static List<Line> lines(CommunityMap map, List<Counted> counted) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(Kind.COMMUNITY, map.id().value(), map.name(), sum(counted, _ -> true)));
        for (Place grid : map.places()) {
            if (grid.kind() == Place.Kind.GRID) {
                lines.add(new Line(Kind.GRID, grid.id(), grid.name(), sum(counted, it -> isIn(map, it, grid))));
            }
        }
        for (Unit unit : map.units()) {
            var kind = unit.kind() == Unit.Kind.DEPARTMENT ? Kind.DEPARTMENT : Kind.UNIT;
            lines.add(new Line(
                    kind, unit.id(), unit.name(), sum(counted, it -> it.unit().equals(unit.id()))));
        }
        return lines;
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
