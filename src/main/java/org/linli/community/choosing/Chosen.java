package org.linli.community.choosing;

import java.util.List;
import java.util.Set;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Resident;

/// A resident with what decides whether and how they are written to.
///
/// @param reached where letters reach them
/// @param lost    where they did, until the person left or shut us out
/// @param groups  in which they are now
/// @param tookPart of what they were chosen by, what is true of them
public record Chosen(
        Resident resident,
        List<Address> reached,
        List<Address> lost,
        Set<String> tags,
        Set<Address> groups,
        Set<Whom.TookPart> tookPart) {

    public Chosen {
        reached = List.copyOf(reached);
        lost = List.copyOf(lost);
        tags = Set.copyOf(tags);
        groups = Set.copyOf(groups);
        tookPart = Set.copyOf(tookPart);
    }

    /// One of whom nothing else is known.
    public static Chosen knownBy(Resident resident) {
        return new Chosen(resident, List.of(), List.of(), Set.of(), Set.of(), Set.of());
    }

    /// What [ChooseResidents] finds in the database, decided again. Pure.
    public boolean isAmong(Whom whom, CommunityMap map) {
        return switch (whom) {
            case Whom.Everybody _ -> true;
            case Whom.LivesIn(var place) -> livesIn(place, map);
            case Whom.Tagged(var tag) -> tags.contains(tag);
            case Whom.InGroup(var group) -> groups.contains(group);
            case Whom.TookPart part -> tookPart.contains(part);
            case Whom.All(var parts) -> parts.stream().allMatch(it -> isAmong(it, map));
            case Whom.Any(var parts) -> parts.stream().anyMatch(it -> isAmong(it, map));
            case Whom.Not(var part) -> !isAmong(part, map);
        };
    }

    private boolean livesIn(String place, CommunityMap map) {
        String home = resident.home();
        return home != null
                && map.place(home).filter(it -> map.isWithin(it, place)).isPresent();
    }

    /// The place of that kind above the home; empty where nothing is known. Its id.
    public String within(Place.Kind kind, CommunityMap map) {
        String home = resident.home();
        return home == null
                ? ""
                : map.place(home).stream()
                        .flatMap(it -> map.path(it).stream())
                        .filter(it -> it.kind() == kind)
                        .map(Place::id)
                        .findFirst()
                        .orElse("");
    }

    @Override
    public String toString() {
        return "Chosen[" + resident.id() + "]";
    }
}
