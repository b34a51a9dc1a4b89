package org.linli.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.staffing.Presence;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Unit;

/// Which unit is responsible for a label at a place and hour, and why: pure.
///
/// Of those on duty with somebody there, the unit that names the label most exactly (`report.noise` before `report.*`
/// before no labels at all), among those the one that takes care of the smallest area around the place, among those the
/// one with hours of its own, among those the one with the least in hand. Nobody: the desk, and the history says so.
public final class Routing {

    private static final int NO_LABELS = -1;
    private static final int NOT_ITS_LABEL = Integer.MIN_VALUE;
    private static final int ELSEWHERE = Integer.MAX_VALUE;

    /// @param found      whether somebody is responsible; otherwise the unit is the desk
    /// @param considered every unit that takes such a label, the chosen one first
    public record Routed(Unit unit, boolean found, List<Considered> considered) {
        public Routed {
            considered = List.copyOf(considered);
        }
    }

    /// A unit that takes such a label, and why it was chosen or not.
    ///
    /// @param load what it has in hand, where that was asked
    public record Considered(Unit unit, Why why, int load) {

        public Considered(Unit unit, Why why) {
            this(unit, why, 0);
        }
    }

    public enum Why {
        CHOSEN,
        /// Another one names the label more exactly.
        LESS_EXACT,
        /// Another one takes care of a smaller area.
        FARTHER,
        /// The place is not in its area.
        ELSEWHERE,
        /// Not in its hours.
        OFF_DUTY,
        /// Everybody there is away, and nobody stands in.
        AWAY,
        /// As good as the chosen one, but with more in hand.
        BUSIER,
        /// As good as the chosen one, but later in the community's file.
        LATER
    }

    private record Fit(Unit unit, int exactness, int distance, boolean onDuty, boolean staffed, int load) {

        boolean isPossible() {
            return onDuty && staffed && distance != Routing.ELSEWHERE;
        }

        boolean isAsResponsibleAs(Fit other) {
            return RESPONSIBLE.compare(this, other) == 0;
        }
    }

    private static final Comparator<Fit> RESPONSIBLE = Comparator.comparingInt(Fit::exactness)
            .reversed()
            .thenComparingInt(Fit::distance)
            .thenComparing(fit -> fit.unit().hours() == null);

    private static final Comparator<Fit> BEST = RESPONSIBLE.thenComparingInt(Fit::load);

    private final CommunityMap map;
    private final Presence presence;
    private final Map<String, Integer> load;

    /// With everybody there.
    public Routing(CommunityMap map) {
        this(map, Presence.EVERYBODY, Map.of());
    }

    /// @param load what units have in hand, by id
    Routing(CommunityMap map, Presence presence, Map<String, Integer> load) {
        this.map = map;
        this.presence = presence;
        this.load = Map.copyOf(load);
    }

    /// The same community, in which those who stand in for somebody today are told instead.
    CommunityMap told() {
        return presence.told(map);
    }

    /// Units that are equally responsible, so that what they have in hand decides. Empty where nobody is responsible.
    List<Unit> rivals(String label, @Nullable Place place, Instant now) {
        var possible = fits(label, place, now).stream().filter(Fit::isPossible).toList();
        return possible.stream()
                .filter(fit -> fit.isAsResponsibleAs(possible.getFirst()))
                .map(Fit::unit)
                .toList();
    }

    /// @param place `null` where no place was said: only units without places, or of the whole community, take it
    public Routed route(String label, @Nullable Place place, Instant now) {
        var fits = fits(label, place, now);
        var best = fits.stream().filter(Fit::isPossible).findFirst();
        var considered = fits.stream()
                .map(fit -> new Considered(
                        fit.unit(), best.map(it -> why(fit, it)).orElseGet(() -> whyNot(fit)), fit.load()))
                .sorted(Comparator.comparing(it -> it.why() != Why.CHOSEN))
                .toList();
        return best.map(fit -> new Routed(fit.unit(), true, considered))
                .orElseGet(() -> new Routed(map.desk(), false, considered));
    }

    private List<Fit> fits(String label, @Nullable Place place, Instant now) {
        var around = place == null ? roots() : map.path(place);
        return map.units().stream()
                .filter(unit -> unit.kind() != Unit.Kind.DESK)
                .map(unit -> new Fit(
                        unit,
                        exactness(unit, label),
                        distance(unit, around),
                        unit.isOnDuty(now),
                        presence.isStaffed(unit, map),
                        load.getOrDefault(unit.id(), 0)))
                .filter(fit -> fit.exactness() != NOT_ITS_LABEL)
                .sorted(BEST)
                .toList();
    }

    private static Why why(Fit fit, Fit best) {
        if (fit.unit().equals(best.unit())) {
            return Why.CHOSEN;
        }
        if (!fit.isPossible()) {
            return whyNot(fit);
        }
        if (fit.exactness() < best.exactness()) {
            return Why.LESS_EXACT;
        }
        if (fit.distance() > best.distance()) {
            return Why.FARTHER;
        }
        return fit.isAsResponsibleAs(best) && fit.load() > best.load() ? Why.BUSIER : Why.LATER;
    }

    private static Why whyNot(Fit fit) {
        if (!fit.onDuty()) {
            return Why.OFF_DUTY;
        }
        return fit.distance() == ELSEWHERE ? Why.ELSEWHERE : Why.AWAY;
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
                .orElse(NOT_ITS_LABEL);
    }

    /// Steps from the place up to what the unit takes care of; the whole community lies beyond the last.
    private static int distance(Unit unit, List<Place> around) {
        if (unit.places().isEmpty()) {
            return around.size();
        }
        return IntStream.range(0, around.size())
                .filter(i -> unit.places().contains(around.get(i).id()))
                .findFirst()
                .orElse(ELSEWHERE);
    }
}
