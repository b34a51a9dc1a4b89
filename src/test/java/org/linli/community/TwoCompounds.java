package org.linli.community;

import java.util.ArrayList;
import java.util.List;
import org.linli.community.Place.Kind;
import org.linli.platform.database.CommunityId;

/// A made-up community: one grid over two compounds that both have a building 3 and an east gate.
final class TwoCompounds {

    static final CommunityMap MAP = map();

    private TwoCompounds() {}

    private static CommunityMap map() {
        var places = new ArrayList<Place>();
        places.add(new Place("c", Kind.COMMUNITY, "槐荫社区", null, List.of()));
        places.add(new Place("g1", Kind.GRID, "第一网格", "c", List.of()));
        places.add(new Place("e", Kind.COMPOUND, "东苑", "g1", List.of("东苑小区")));
        places.add(new Place("w", Kind.COMPOUND, "西苑", "g1", List.of("西苑小区")));
        places.add(new Place("e-gate", Kind.SPOT, "东门", "e", List.of()));
        places.add(new Place("w-gate", Kind.SPOT, "东门", "w", List.of()));
        places.add(new Place("shop", Kind.SPOT, "小超市", "e", List.of("超市", "便民小超市")));
        building(places, "e3", "3栋", "e", 2);
        building(places, "w3", "3栋", "w", 1);
        building(places, "w12", "12栋", "w", 3);
        building(places, "eB", "B座", "e", 1);
        return new CommunityMap(new CommunityId("hy"), "槐荫社区", places, List.of(), List.of(), List.of());
    }

    private static void building(List<Place> places, String id, String name, String compound, int units) {
        places.add(new Place(id, Kind.BUILDING, name, compound, List.of()));
        for (int unit = 1; unit <= units; unit++) {
            places.add(new Place(id + "-" + unit, Kind.UNIT, unit + "单元", id, List.of()));
            for (int floor = 1; floor <= 6; floor++) {
                for (int door = 1; door <= 2; door++) {
                    int room = floor * 100 + door;
                    places.add(new Place(
                            "%s-%d-%d".formatted(id, unit, room), Kind.ROOM, room + "室", id + "-" + unit, List.of()));
                }
            }
        }
    }
}
