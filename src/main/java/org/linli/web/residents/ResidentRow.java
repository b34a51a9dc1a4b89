package org.linli.web.residents;

import java.util.List;
import org.linli.channels.ChannelId;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Resident;

/// One resident in the list.
///
/// @param name  masked unless it was asked for: `李**`
/// @param home  up to the building unless it was asked for
/// @param shown whether it was asked for
/// @param lost  channels on which letters do not arrive any more
public record ResidentRow(String id, String name, String home, boolean verified, boolean shown, List<ChannelId> lost) {

    /// @param shown whether to show it whole, after that was noted
    public static ResidentRow of(Resident it, CommunityMap map, boolean shown, List<ChannelId> lost) {
        return new ResidentRow(it.id(), name(it, shown), home(it, map, shown), it.verified(), shown, lost);
    }

    private static String name(Resident it, boolean shown) {
        String name = it.name();
        if (name == null || name.isEmpty()) {
            return "";
        }
        return shown ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    private static String home(Resident it, CommunityMap map, boolean shown) {
        String home = it.home();
        if (home == null) {
            return "";
        }
        return map.place(home)
                .map(place -> map.display(shown ? place : building(place, map)))
                .orElse("");
    }

    private static Place building(Place place, CommunityMap map) {
        return map.path(place).stream()
                .filter(it -> it.kind() == Place.Kind.BUILDING)
                .findFirst()
                .orElse(place);
    }

    @Override
    public String toString() {
        return "ResidentRow[" + id + "]";
    }
}
