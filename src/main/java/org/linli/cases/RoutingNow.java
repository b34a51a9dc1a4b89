package org.linli.cases;

import java.util.Map;
import org.linli.cases.staffing.Absences;
import org.linli.community.CommunityMap;
import org.linli.community.Unit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Routing as things are: who is there today, and who has how much in hand where that decides.
@Component
class RoutingNow {

    private final Absences absences;
    private final Workload workload;

    RoutingNow(Absences absences, Workload workload) {
        this.absences = absences;
        this.workload = workload;
    }

    /// Never empty. What units have in hand is asked only where several are equally responsible.
    Mono<Routing> of(CommunityMap map, Report report, CaseKind kind) {
        return absences.today(map.id())
                .map(presence -> new Routing(map, presence, Map.of())
                        .toldIn(report.reporter().group(), kind))
                .flatMap(routing -> weighed(routing, report));
    }

    private Mono<Routing> weighed(Routing routing, Report report) {
        var rivals = routing.rivals(report.label(), report.place(), report.at());
        return rivals.size() < 2
                ? Mono.just(routing)
                : workload.ofUnits(
                                report.community(),
                                rivals.stream().map(Unit::id).toList())
                        .map(routing::withLoad);
    }
}
