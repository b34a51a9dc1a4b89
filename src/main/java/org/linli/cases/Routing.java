package org.linli.cases;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Unit;

/// Which unit is responsible for a label at a place.
///
/// The unit that names the label most exactly (`report.noise` before `report.*` before no labels at all), among
/// those the one that takes care of the smallest area around the place. Nobody: the desk, and the history says so.
public final class Routing {

    private static final int NO_LABELS = -1;

    /// @param found whether somebody is responsible; otherwise the unit is the desk
    public record Routed(Unit unit, boolean found) {}

    private record Fit(Unit unit, int exactness, int distance) {}

    private final CommunityMap map;

    public Routing(CommunityMap map) {
        this.map = map;
    }

    /// @param place `null` where no place was said: only units without places, or of the whole community, take it
    public Routed route(String label, @Nullable Place place) {
        var around = place == null ? roots() : map.path(place);
        return map.units().stream()
                .filter(unit -> unit.kind() != Unit.Kind.DESK)
                .map(unit -> new Fit(unit, exactness(unit, label), distance(unit, around)))
                .filter(fit -> fit.exactness() != Integer.MIN_VALUE && fit.distance() != Integer.MAX_VALUE)
                .min(Comparator.comparingInt(Fit::exactness).reversed().thenComparingInt(Fit::distance))
                .map(fit -> new Routed(fit.unit(), true))
                .orElseGet(() -> new Routed(map.desk(), false));
    }

    private List<Place> roots() {
        return map.places().stream().filter(it -> it.parent() == null).toList();
    }

    private static int exactness(Unit unit, String label) {
        if (unit.labels().isEmpty()) {
            return NO_LABELS;
        }
        return unit.labels().stream()
                .filter(pattern -> LabelPattern.matches(pattern, label))
                .mapToInt(LabelPattern::weight)
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    /// Steps from the place up to what the unit takes care of; the whole community lies beyond the last.
    private static int distance(Unit unit, List<Place> around) {
        if (unit.places().isEmpty()) {
            return around.size();
        }
        return IntStream.range(0, around.size())
                .filter(i -> unit.places().contains(around.get(i).id()))
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }
}
