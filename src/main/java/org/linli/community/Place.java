package org.linli.community;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One node of the tree of places.
///
/// @param id      unique within the community, like `b3` or `b3-2-501`
/// @param name    as people say it: `3栋`, `阳光里一期`
/// @param parent  `null` for the root
/// @param aliases other names that people use
/// @param at      where it is on the map; `null` where nobody has said
/// @param closed  whether it is no more, with all that lies below it: nothing new happens there, but what did bears
///                its name
public record Place(
        String id,
        Kind kind,
        String name,
        @Nullable String parent,
        List<String> aliases,
        @Nullable Coordinates at,
        boolean closed) {

    public Place {
        aliases = List.copyOf(aliases);
    }

    public Place(
            String id,
            Kind kind,
            String name,
            @Nullable String parent,
            List<String> aliases,
            @Nullable Coordinates at) {
        this(id, kind, name, parent, aliases, at, false);
    }

    /// One of which nobody has said where it is on the map.
    public Place(String id, Kind kind, String name, @Nullable String parent, List<String> aliases) {
        this(id, kind, name, parent, aliases, null);
    }

    /// Those that are neither closed nor below one that is, in their order.
    public static List<Place> open(Collection<Place> all) {
        var byId = all.stream().collect(Collectors.toMap(Place::id, Function.identity(), (_, last) -> last));
        return all.stream().filter(it -> isOpen(it, byId)).toList();
    }

    /// A parent is of a larger kind, so there are no more above each other than kinds; where a file says otherwise, it
    /// is refused.
    private static boolean isOpen(Place place, Map<String, Place> byId) {
        @Nullable Place at = place;
        for (int above = 0; at != null && above < Kind.values().length; above++) {
            if (at.closed()) {
                return false;
            }
            at = at.parent() == null ? null : byId.get(at.parent());
        }
        return true;
    }

    /// Of these it is counted what is open, and one stands before them to look.
    public boolean isBuildingOrSpot() {
        return kind == Kind.BUILDING || kind == Kind.SPOT;
    }

    /// What it may be called in the middle of words. Of a building only what is no number: those are read otherwise.
    Stream<String> calledInTalk() {
        return kind == Kind.BUILDING
                ? aliases.stream().filter(Place::mayBeCalled)
                : Stream.concat(Stream.of(name), aliases.stream());
    }

    /// Whether a building may have this name beside its number: 小白楼, but not 5号楼.
    public static boolean mayBeCalled(String name) {
        return !PlaceName.isNumber(name);
    }

    Place alsoCalled(List<String> names) {
        var all = Stream.concat(aliases.stream(), names.stream()).distinct().toList();
        return names.isEmpty() ? this : new Place(id, kind, name, parent, all, at, closed);
    }

    public enum Kind {
        /// 街道
        STREET,
        /// 社区
        COMMUNITY,
        /// 网格
        GRID,
        /// 小区
        COMPOUND,
        /// 楼栋
        BUILDING,
        /// 单元
        UNIT,
        /// 户
        ROOM,
        /// A named spot outside the buildings: the east gate, the playground
        SPOT
    }
}
