package org.linli.cases;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.staffing.Absences;
import org.linli.cases.staffing.Presence;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
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
    Mono<Routing> of(CommunityMap map, String label, @Nullable Place place, Instant now) {
        return absences.today(map.id()).flatMap(presence -> of(map, presence, label, place, now));
    }

    private Mono<Routing> of(CommunityMap map, Presence presence, String label, @Nullable Place place, Instant now) {
        var rivals = new Routing(map, presence, Map.of()).rivals(label, place, now);
        return rivals.size() < 2
                ? Mono.just(new Routing(map, presence, Map.of()))
                : workload.ofUnits(map.id(), rivals.stream().map(Unit::id).toList())
                        .map(load -> new Routing(map, presence, load));
    }
}
