package org.linli.cases.staffing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.community.Unit;

/// Who is away on one day: pure.
///
/// @param away        ids of staff
/// @param substitutes who stands in for whom, where somebody does
public record Presence(Set<String> away, Map<String, String> substitutes) {

    public static final Presence EVERYBODY = new Presence(Set.of(), Map.of());

    public Presence {
        away = Set.copyOf(away);
        substitutes = Map.copyOf(substitutes);
    }

    /// Whether somebody is there for the unit, or stands in and is there. Of a unit whose staff nobody has entered
    /// it is not known, so somebody is.
    public boolean isStaffed(Unit unit, CommunityMap map) {
        if (away.isEmpty()) {
            return true;
        }
        var staff = map.staffOf(unit.id());
        return staff.isEmpty() || staff.stream().map(StaffMember::id).anyMatch(this::isCovered);
    }

    /// The same community, in which somebody who is there is told instead of those who are away: who stands in for
    /// them, otherwise their colleagues, who are told anyway, otherwise the community's desk.
    public CommunityMap told(CommunityMap map) {
        return map.standingIn(away.stream()
                .flatMap(id -> map.staffMember(id).stream())
                .flatMap(member -> toldInstead(member, map).map(it -> Map.entry(member.id(), it.id())).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// Who should take over what somebody who is away has in hand: who stands in, otherwise the colleague with the
    /// least in hand, otherwise somebody of the community's desk. Empty where nobody is there.
    ///
    /// @param inHand by id of staff
    public Optional<StaffMember> successor(StaffMember absent, CommunityMap map, Map<String, Integer> inHand) {
        return standIn(absent, map)
                .or(() -> leastBusy(map.staffOf(absent.unit()), inHand))
                .or(() -> leastBusy(map.staffOf(map.desk().id()), inHand));
    }

    private Optional<StaffMember> toldInstead(StaffMember absent, CommunityMap map) {
        return standIn(absent, map)
                .or(() -> map.staffOf(absent.unit()).stream().anyMatch(this::isThere)
                        ? Optional.empty()
                        : leastBusy(map.staffOf(map.desk().id()), Map.of()));
    }

    private Optional<StaffMember> standIn(StaffMember absent, CommunityMap map) {
        return Optional.ofNullable(substitutes.get(absent.id()))
                .flatMap(map::staffMember)
                .filter(this::isThere);
    }

    private Optional<StaffMember> leastBusy(List<StaffMember> colleagues, Map<String, Integer> inHand) {
        return colleagues.stream()
                .filter(this::isThere)
                .min(Comparator.comparing(it -> inHand.getOrDefault(it.id(), 0)));
    }

    private boolean isThere(StaffMember member) {
        return !away.contains(member.id());
    }

    private boolean isCovered(String member) {
        return !away.contains(member)
                || Optional.ofNullable(substitutes.get(member))
                        .filter(it -> !away.contains(it))
                        .isPresent();
    }
}
