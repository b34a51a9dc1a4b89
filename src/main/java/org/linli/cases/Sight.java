package org.linli.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.StaffMember;
import org.linli.community.Unit;
import org.linli.platform.database.CommunityId;

/// Which cases a staff member sees: pure.
///
/// @param all    the whole community
/// @param unit   whose cases are seen wherever they are
/// @param places where cases are seen whoever has them
/// @param member who looks; empty where that does not matter
public record Sight(CommunityId community, boolean all, String unit, Set<String> places, String member) {

    public Sight {
        places = Set.copyOf(places);
    }

    public Sight(CommunityId community, boolean all, String unit, Set<String> places) {
        this(community, all, unit, places, "");
    }

    public static Sight of(StaffMember member, CommunityMap map) {
        return switch (member.role()) {
            case COMMUNITY_WORKER, ADMIN -> new Sight(map.id(), true, member.unit(), Set.of(), member.id());
            case UNIT_WORKER -> new Sight(map.id(), false, member.unit(), Set.of(), member.id());
            case GRID_WORKER -> new Sight(map.id(), false, member.unit(), placesOf(member.unit(), map), member.id());
        };
    }

    public boolean sees(Case it) {
        return it.community().equals(community)
                && (all
                        || it.care().unit().equals(unit)
                        || places.contains(it.problem().spot()));
    }

    /// Also the units above that were told of it when it was late.
    public boolean sees(CaseFile file) {
        return sees(file.it())
                || (file.it().community().equals(community) && file.told().contains(unit));
    }

    /// Whoever sees a case of another unit may read it and no more.
    public boolean mayAct(Case it) {
        return sees(it) && (all || it.care().unit().equals(unit));
    }

    private static Set<String> placesOf(String unit, CommunityMap map) {
        return map.unit(unit).map(Unit::places).orElse(List.of()).stream()
                .flatMap(id -> map.place(id).stream())
                .flatMap(place -> map.within(place).stream())
                .map(Place::id)
                .collect(Collectors.toSet());
    }
}
