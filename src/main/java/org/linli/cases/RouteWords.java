package org.linli.cases;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Place;

/// Says why a case went where it went, for its history: pure.
record RouteWords(CaseWords words, CommunityMap map) {

    private static final int MOST_OTHERS = 4;

    String why(String label, @Nullable Place place, Routing.Routed routed) {
        String where = place == null ? words.say("route.nowhere") : map.display(place);
        String chosen = words.say(
                "route." + (isBound(routed) ? "bound" : routed.found() ? "chosen" : "nobody"),
                words.label(label),
                where,
                routed.unit().name());
        String others = routed.considered().stream()
                .filter(it -> !it.why().isChosen())
                .limit(MOST_OTHERS)
                .map(it -> words.say("route." + it.why(), it.unit().name(), it.load()))
                .collect(Collectors.joining(words.say("route.and")));
        return others.isEmpty() ? chosen : words.say("route.others", chosen, others);
    }

    private static boolean isBound(Routing.Routed routed) {
        return routed.considered().stream().anyMatch(it -> it.why() == Routing.Why.BOUND);
    }
}
