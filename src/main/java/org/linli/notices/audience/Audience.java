package org.linli.notices.audience;

import java.util.List;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.choosing.Whom;

/// Those whom a notice is for, as they are now.
///
/// @param everybody how many the community has
/// @param some      the first of them by name, with the reasons
public record Audience(Whom whom, long people, long everybody, List<Someone> some) {

    /// @param why the parts of the audience that are true of them
    public record Someone(String id, String name, String home, List<String> why) {

        @Override
        public String toString() {
            return "Someone[" + id + "]";
        }
    }

    /// The groups in which it can be said once for many: those of a place that lies wholly within what is meant.
    public static List<Group> groups(Whom whom, CommunityMap map) {
        return map.groups().stream().filter(it -> covers(whom, it, map)).toList();
    }

    private static boolean covers(Whom whom, Group group, CommunityMap map) {
        return switch (whom) {
            case Whom.Everybody _ -> true;
            case Whom.LivesIn(var place) ->
                map.place(group.place()).filter(it -> map.isWithin(it, place)).isPresent();
            case Whom.InGroup(var address) -> address.equals(group.address());
            case Whom.Any(var parts) -> parts.stream().anyMatch(it -> covers(it, group, map));
            case Whom.All _, Whom.Not _, Whom.Tagged _, Whom.TookPart _ -> false;
        };
    }
}
