package org.linli.dialogue;

import java.util.ArrayList;
import java.util.List;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.community.CommunityMap;
import org.linli.community.Coordinates;
import org.linli.community.Group;
import org.linli.community.Place;
import org.linli.community.Place.Kind;
import org.linli.community.Resident;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.Unit;
import org.linli.platform.database.CommunityId;

/// A made-up community: 柳明 with two compounds, of which both have a building 8.
public final class Neighbourhood {

    public static final CommunityId ID = new CommunityId("lm");
    static final ChannelId CHAT = new ChannelId("webchat");

    public static final Address MRS_WANG = Address.person(CHAT, "lm", "wang");
    static final Address STRANGER = Address.person(CHAT, "lm", "stranger");
    public static final Address GRID_WORKER = Address.person(CHAT, "lm", "grid-worker");
    public static final Address DESK = Address.person(CHAT, "lm", "desk");

    public static final Group OF_BUILDING_3 = new Group("b3", "3栋邻里群", Address.group(CHAT, "lm", "b3"), "b3", 0.5);
    public static final Group OF_GRID = new Group("g1", "网格大群", Address.group(CHAT, "lm", "g1"), "g1", 0.5);

    static final Resident WANG = new Resident(ID, "r-wang", "王秀英", "b3-2-501", true);

    public static final CommunityMap MAP = new CommunityMap(ID, "柳明社区", places(), units(), staff(), groups());

    private Neighbourhood() {}

    private static List<Place> places() {
        var places = new ArrayList<Place>();
        places.add(new Place("lm", Kind.COMMUNITY, "柳明社区", null, List.of()));
        places.add(new Place("g1", Kind.GRID, "第一网格", "lm", List.of()));
        places.add(new Place("y", Kind.COMPOUND, "阳光里", "g1", List.of()));
        places.add(new Place("t", Kind.COMPOUND, "桃园", "g1", List.of()));
        List.of("1", "2", "3", "4", "5", "8").forEach(it -> building(places, "b" + it, it + "栋", "y"));
        // fifty-five metres from one building to the next, from south to north
        places.replaceAll(it -> it.kind() == Kind.BUILDING ? onTheMap(it) : it);
        building(places, "t8", "8栋", "t", "小白楼", "八号楼");
        places.add(new Place("gate", Kind.SPOT, "东门", "y", List.of("小区东门")));
        places.add(new Place("yard", Kind.SPOT, "儿童乐园", "y", List.of()));
        return places;
    }

    private static Place onTheMap(Place building) {
        double north = 30 + Integer.parseInt(building.id().substring(1)) * 0.0005;
        return new Place(
                building.id(),
                building.kind(),
                building.name(),
                building.parent(),
                building.aliases(),
                new Coordinates(north, 125));
    }

    private static void building(List<Place> places, String id, String name, String compound, String... aliases) {
        places.add(new Place(id, Kind.BUILDING, name, compound, List.of(aliases)));
        for (int unit = 1; unit <= 2; unit++) {
            places.add(new Place(id + "-" + unit, Kind.UNIT, unit + "单元", id, List.of()));
            places.add(new Place(id + "-" + unit + "-501", Kind.ROOM, "501室", id + "-" + unit, List.of()));
        }
    }

    private static List<Unit> units() {
        return List.of(
                new Unit("u-g1", Unit.Kind.GRID, "第一网格", List.of("g1"), List.of(), null),
                new Unit("u-desk", Unit.Kind.DESK, "社区服务台", List.of("lm"), List.of(), DESK));
    }

    private static List<StaffMember> staff() {
        return List.of(new StaffMember(ID, "li", "李网格", Role.GRID_WORKER, "u-g1", null, GRID_WORKER));
    }

    private static List<Group> groups() {
        return List.of(OF_BUILDING_3, OF_GRID);
    }
}
