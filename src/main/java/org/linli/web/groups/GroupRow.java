package org.linli.web.groups;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Group;

/// One group as the page shows it.
///
/// @param unit    the id of the unit that takes what is told there; empty: none
/// @param members as far as the platform tells; 0 where it does not
/// @param quiet   like `22:00-07:00`; empty: never
/// @param notice  what its owner has pinned there; may be empty
/// @param joins   whether one can join it by a code of ours
/// @param manners how talkative the service may be there
/// @param code    where the code's picture is; `null` until somebody asks for it
record GroupRow(
        String id,
        String name,
        String place,
        String unit,
        long members,
        String quiet,
        boolean welcome,
        String notice,
        boolean joins,
        List<Manner> manners,
        @Nullable String code) {

    static GroupRow of(
            Group group,
            CommunityMap map,
            Map<String, Long> members,
            String notice,
            boolean joins,
            List<Manner> manners,
            @Nullable String code) {
        return new GroupRow(
                group.code(),
                group.name(),
                map.place(group.place()).map(map::display).orElse(""),
                group.unit() == null ? "" : group.unit(),
                members.getOrDefault(group.address().text(), 0L),
                group.quiet() == null ? "" : group.quiet().text(),
                group.welcome(),
                notice,
                joins,
                manners,
                code);
    }
}
