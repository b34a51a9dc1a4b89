package org.linli.cases.staffing;

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

    /// Whether somebody is there for the unit, or stands in and is there. Of a unit whose staff nobody has entered it
    /// is
    /// not known, so somebody is.
    public boolean isStaffed(Unit unit, CommunityMap map) {
        if (away.isEmpty()) {
            return true;
        }
        var staff = map.staffOf(unit.id());
        return staff.isEmpty() || staff.stream().map(StaffMember::id).anyMatch(this::isCovered);
    }

    /// The same community, in which those who stand in are told instead. Not those who are away themselves.
    public CommunityMap told(CommunityMap map) {
        return map.standingIn(substitutes.entrySet().stream()
                .filter(it -> !away.contains(it.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private boolean isCovered(String member) {
        return !away.contains(member)
                || Optional.ofNullable(substitutes.get(member))
                        .filter(it -> !away.contains(it))
                        .isPresent();
    }
}
