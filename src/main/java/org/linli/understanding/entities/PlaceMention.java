package org.linli.understanding.entities;

import org.jspecify.annotations.Nullable;

/// A place as it is said in one go.
record PlaceMention(
        @Nullable String building,
        @Nullable String unit,
        @Nullable String floor,
        @Nullable String room,
        Mention at) {

    /// Takes from `other` what is missing here, as far as both can be the same place: 2单元 of the same message's 3栋.
    PlaceMention completedBy(PlaceMention other) {
        boolean sameBuilding = same(building, other.building);
        boolean sameUnit = sameBuilding && same(unit, other.unit);
        boolean sameFloor = sameUnit && same(floor, other.floor);
        return new PlaceMention(
                building == null ? other.building : building,
                unit == null && sameBuilding ? other.unit : unit,
                floor == null && sameUnit ? other.floor : floor,
                room == null && sameFloor ? other.room : room,
                at);
    }

    private static boolean same(@Nullable String here, @Nullable String there) {
        return here == null || there == null || here.equals(there);
    }
}
