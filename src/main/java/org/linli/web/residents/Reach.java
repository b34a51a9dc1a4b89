package org.linli.web.residents;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Resident;
import org.linli.community.ResidentRegister.Wanted;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.Unit;

/// Which residents a staff member may know of: the whole community's, a grid worker those of the grid.
record Reach(StaffMember member, CommunityMap map) {

    /// @param name as people say it
    public record Building(String id, String name) {}

    boolean isAny() {
        return member.role() != Role.UNIT_WORKER;
    }

    boolean isEverything() {
        return member.role() == Role.COMMUNITY_WORKER || member.role() == Role.ADMIN;
    }

    boolean covers(Resident resident) {
        return isEverything() || (resident.home() != null && places().contains(resident.home()));
    }

    /// @param building a place's id; empty for all
    Wanted wanted(String text, String building) {
        var within = map.place(building).map(it -> ids(map.within(it).stream()));
        if (isEverything()) {
            return new Wanted(map.id(), within.isEmpty(), within.orElse(Set.of()), text);
        }
        var own = places();
        within.ifPresent(own::retainAll);
        return new Wanted(map.id(), false, own, text);
    }

    /// To choose from.
    List<Building> buildings() {
        var own = places();
        return map.buildings().stream()
                .filter(it -> isEverything() || own.contains(it.id()))
                .map(it -> new Building(it.id(), map.display(it)))
                .toList();
    }

    private Set<String> places() {
        return ids(map.unit(member.unit()).map(Unit::places).stream()
                .flatMap(it -> it.stream())
                .flatMap(id -> map.place(id).stream())
                .flatMap(place -> map.within(place).stream()));
    }

    private static Set<String> ids(Stream<Place> places) {
        return places.map(Place::id).collect(Collectors.toSet());
    }
}
