package org.linli.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.staffing.Presence;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Unit;

/// Which unit is responsible for a label at a place and hour, and why: pure.
///
/// Of those on duty with somebody there, the unit that names the label most exactly (`report.noise` before `report.*`
/// before no labels at all), among those the one that takes care of the smallest area around the place, among those the
/// one with hours of its own, among those the one with the least in hand. Nobody: the desk, and the history says so.
///
/// What is told in a group that is bound to a unit goes to that unit before all others, whatever labels it names,
/// unless it is a hazard: then nothing but labels and places counts.
public final class Routing {

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
        /// Chosen because the group in which it was told is bound to it.
        BOUND,
        /// The group in which it was told is bound to another one.
        NOT_BOUND,
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
        LATER;

        boolean isChosen() {
            return this == CHOSEN || this == BOUND;
        }
    }

    private final CommunityMap map;
    private final Presence presence;
    private final Map<String, Integer> load;
    private final @Nullable Unit bound;

    /// With everybody there.
    public Routing(CommunityMap map) {
        this(map, Presence.EVERYBODY, Map.of());
    }

    /// @param load what units have in hand, by id
    Routing(CommunityMap map, Presence presence, Map<String, Integer> load) {
        this(map, presence, load, null);
    }

    private Routing(CommunityMap map, Presence presence, Map<String, Integer> load, @Nullable Unit bound) {
        this.map = map;
        this.presence = presence;
        this.load = Map.copyOf(load);
        this.bound = bound;
    }

    /// The same for what was told in a group.
    ///
    /// @param group `null` where it was told in private
    /// @param kind  of the matter; a hazard goes where it always goes
    Routing toldIn(@Nullable Address group, CaseKind kind) {
        var unit = group == null || kind == CaseKind.HAZARD
                ? null
                : map.group(group)
                        .flatMap(it -> Optional.ofNullable(it.unit()).flatMap(map::unit))
                        .orElse(null);
        return new Routing(map, presence, load, unit);
    }

    /// The same, where units have so much in hand.
    ///
    /// @param counted by id
    Routing withLoad(Map<String, Integer> counted) {
        return new Routing(map, presence, counted, bound);
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
                .map(fit -> new Considered(fit.unit(), best.map(fit::why).orElseGet(fit::whyNot), fit.load()))
                .sorted(Comparator.comparing(it -> !it.why().isChosen()))
                .toList();
        return best.map(fit -> new Routed(fit.unit(), true, considered))
                .orElseGet(() -> new Routed(map.desk(), false, considered));
    }

    private List<Fit> fits(String label, @Nullable Place place, Instant now) {
        var around = place == null ? roots() : map.path(place);
        return map.units().stream()
                .filter(unit -> unit.kind() != Unit.Kind.DESK || unit.equals(bound))
                .map(unit -> new Fit(
                        unit,
                        unit.equals(bound),
                        Fit.exactness(unit, label),
                        place == null && unit.equals(bound) ? 0 : Fit.distance(unit, around),
                        unit.isOnDuty(now),
                        presence.isStaffed(unit, map),
                        load.getOrDefault(unit.id(), 0)))
                .filter(Fit::isAsked)
                .sorted(Fit.BEST)
                .toList();
    }

    private List<Place> roots() {
        return map.places().stream().filter(it -> it.parent() == null).toList();
    }
}
