package org.linli.community;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;

/// One community as it stands: its places, the units that act, its staff and its groups. Never changes; an import
/// makes a new one.
public final class CommunityMap {

    private final CommunityId id;
    private final String name;
    private final Map<String, Place> places = new HashMap<>();
    private final List<Unit> units;
    private final List<StaffMember> staff;
    private final Map<String, Group> groups = new HashMap<>();

    public CommunityMap(
            CommunityId id,
            String name,
            List<Place> places,
            List<Unit> units,
            List<StaffMember> staff,
            List<Group> groups) {
        this.id = id;
        this.name = name;
        places.forEach(place -> this.places.put(place.id(), place));
        this.units = List.copyOf(units);
        this.staff = List.copyOf(staff);
        groups.forEach(group -> this.groups.put(group.address().text(), group));
    }

    public CommunityId id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Optional<Place> place(String place) {
        return Optional.ofNullable(places.get(place));
    }

    /// From the place up to the root, itself first.
    public List<Place> path(Place place) {
        var path = new ArrayList<Place>();
        for (Place at = place; at != null; at = at.parent() == null ? null : places.get(at.parent())) {
            path.add(at);
        }
        return path;
    }

    public boolean isWithin(Place place, String ancestor) {
        return path(place).stream().anyMatch(it -> it.id().equals(ancestor));
    }

    public List<Unit> units() {
        return units;
    }

    public Optional<Unit> unit(String unit) {
        return units.stream().filter(it -> it.id().equals(unit)).findFirst();
    }

    public List<StaffMember> staffOf(String unit) {
        return staff.stream().filter(it -> it.unit().equals(unit)).toList();
    }

    public Optional<StaffMember> staffMember(String member) {
        return staff.stream().filter(it -> it.id().equals(member)).findFirst();
    }

    public Optional<Group> group(Address address) {
        return Optional.ofNullable(groups.get(address.text()));
    }

    public List<Group> groups() {
        return List.copyOf(groups.values());
    }
}
