package org.linli.community;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One node of the tree of places.
///
/// @param id      unique within the community, like `b3` or `b3-2-501`
/// @param name    as people say it: `3栋`, `阳光里一期`
/// @param parent  `null` for the root
/// @param aliases other names that people use
/// @param at      where it is on the map; `null` where nobody has said
public record Place(
        String id,
        Kind kind,
        String name,
        @Nullable String parent,
        List<String> aliases,
        @Nullable Coordinates at) {

    public Place {
        aliases = List.copyOf(aliases);
    }

    /// One of which nobody has said where it is on the map.
    public Place(String id, Kind kind, String name, @Nullable String parent, List<String> aliases) {
        this(id, kind, name, parent, aliases, null);
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
        return names.isEmpty() ? this : new Place(id, kind, name, parent, all, at);
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
