package org.linli.community;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;

/// One community as it stands: its places, the units that act, its staff and its groups. Never changes; an import
/// makes a new one.
public final class CommunityMap {

    /// What is said about the community itself.
    ///
    /// @param casePrefix begins the numbers of cases, like `LM`
    /// @param madeUp     nobody in it is real, so anybody may play them
    /// @param ways       of sending, in the order in which they are tried; empty: as usual
    record Head(CommunityId id, String name, String casePrefix, boolean madeUp, List<String> ways) {}

    private final Head head;
    private final Places places;
    private final Units units;
    private final Team team;
    private final Groups groups;

    /// A community whose cases begin with its own id, and whose staff writes from where it is told.
    public CommunityMap(
            CommunityId id,
            String name,
            List<Place> places,
            List<Unit> units,
            List<StaffMember> staff,
            List<Group> groups) {
        this(
                new Head(id, name, id.value().toUpperCase(Locale.ROOT), false, List.of()),
                places,
                units,
                new Team(staff, Map.of()),
                groups);
    }

    CommunityMap(Head head, List<Place> places, List<Unit> units, Team team, List<Group> groups) {
        this(head, new Places(places), new Units(units), team, new Groups(groups));
    }

    private CommunityMap(Head head, Places places, Units units, Team team, Groups groups) {
        this.head = head;
        this.places = places;
        this.units = units;
        this.team = team;
        this.groups = groups;
    }

    public CommunityId id() {
        return head.id();
    }

    public String name() {
        return head.name();
    }

    public String casePrefix() {
        return head.casePrefix();
    }

    /// Nobody in it is real, so anybody may play them.
    public boolean isMadeUp() {
        return head.madeUp();
    }

    /// The order of ways of sending that was set for it, ids of [org.linli.channels.Way]s; empty: the usual one.
    public List<String> ways() {
        return head.ways();
    }

    /// Finds the place that words mean, which arrive without nouns or with them: `3`, `3栋`, `三号楼`.
    ///
    /// @param context the group's place, the talker's home or a compound that was named; what is nearer to it wins
    public Located locate(
            @Nullable String building, @Nullable String unit, @Nullable String room, @Nullable Place context) {
        return new Locate(places, context).locate(building, unit, room);
    }

    /// Finds a spot, a compound or a building by its name or an alias in free text (`小超市门口`, `阳光里东门`), a
    /// building only by what is no number (`小白楼`). The longest name wins; a spot wins over a building, and a
    /// building over its compound.
    public Located locateByWords(String text) {
        return locateByWords(text, null);
    }

    /// @param context of several places of the same name, what is nearer to it wins
    public Located locateByWords(String text, @Nullable Place context) {
        return new LocateByWords(places, context).locate(text);
    }

    /// Finds the building or spot next to a spot on the map, within 150 metres. Two are named where it lies between
    /// them.
    public Located locateNear(Coordinates spot) {
        return new LocateNear(places).locate(spot);
    }

    /// Also one that is closed, for what happened there.
    public Optional<Place> place(String place) {
        return places.byId(place);
    }

    /// Every place that is open, parents anywhere; in the order of the import.
    public List<Place> places() {
        return places.open();
    }

    /// The same with those that are closed.
    public List<Place> placesEver() {
        return places.all();
    }

    /// One where something new may happen.
    public Optional<Place> openPlace(String place) {
        return place(place).filter(this::isOpen);
    }

    /// Neither closed nor within one that is.
    public boolean isOpen(Place place) {
        return path(place).stream().noneMatch(Place::closed);
    }

    /// Whether it is open when it is no more closed by itself: nothing above it is closed.
    public boolean reopens(Place place) {
        return place.closed() && path(place).stream().skip(1).noneMatch(Place::closed);
    }

    /// In the order of the import.
    public List<Place> buildings() {
        return places.ofKind(Place.Kind.BUILDING);
    }

    /// Without those that are closed.
    public List<Place> children(Place place) {
        return places.children(place);
    }

    /// The place and all that lies below it, closed ones too.
    public List<Place> within(Place place) {
        return places.within(place);
    }

    /// From the place up to the root, itself first.
    public List<Place> path(Place place) {
        return places.path(place);
    }

    public boolean isWithin(Place place, String ancestor) {
        return path(place).stream().anyMatch(it -> it.id().equals(ancestor));
    }

    /// As people say it: `阳光里 3栋2单元`, `阳光里 东门`, `第一网格`.
    public String display(Place place) {
        return places.display(place);
    }

    /// The grid that the place lies in. Empty above the grids.
    public Optional<Place> gridOf(Place place) {
        return places.above(place, Place.Kind.GRID);
    }

    /// Those that act, without the [#retired].
    public List<Unit> units() {
        return units.acting();
    }

    /// Units that are no more.
    public List<Unit> retired() {
        return units.retired();
    }

    /// Also one that is no more, for what it did.
    public Optional<Unit> unit(String unit) {
        return units.byId(unit);
    }

    /// The unit above it: the one that is named, otherwise the desk. Empty above the desk.
    public Optional<Unit> above(Unit unit) {
        return units.above(unit);
    }

    /// The unit that takes what nobody else takes. An import without one is refused.
    public Unit desk() {
        return units.desk()
                .orElseThrow(() -> new IllegalStateException("community '%s' has no desk".formatted(head.id())));
    }

    public List<StaffMember> staff() {
        return team.all();
    }

    public List<StaffMember> staffOf(String unit) {
        return team.of(unit);
    }

    /// The same, in which some of the staff are told where others are: those who stand in for them.
    ///
    /// @param substitutes by the id of whom they stand in for
    public CommunityMap standingIn(Map<String, String> substitutes) {
        return substitutes.isEmpty()
                ? this
                : new CommunityMap(head, places, units, team.standingIn(substitutes), groups);
    }

    /// Wherever the staff of a unit write from or are told.
    public List<Address> addressesOfStaff(String unit) {
        return team.addressesOf(unit);
    }

    /// Wherever they write from or are told.
    public List<Address> addressesOf(StaffMember member) {
        return team.addressesOf(member);
    }

    public Optional<StaffMember> staffMember(String member) {
        return team.byId(member);
    }

    /// The staff member who writes from there.
    public Optional<StaffMember> staffAt(Address address) {
        return team.at(address);
    }

    public boolean isStaffAddress(Address address) {
        return team.isAt(address);
    }

    public Optional<Group> group(Address address) {
        return groups.at(address);
    }

    /// By the code in addresses of pages, like `b3`.
    public Optional<Group> group(String code) {
        return groups.byCode(code);
    }

    public List<Group> groups() {
        return groups.all();
    }
}
