package org.linli.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.rules.Calendars;
import org.linli.cases.rules.Definitions;
import org.linli.cases.rules.WorkflowFiles;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.Place;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.Unit;
import org.linli.platform.database.CommunityId;

/// A small community to test with: two grids, two buildings, a playground, a property company, a committee, a desk.
public final class Sunshine {

    public static final CommunityId ID = new CommunityId("sunshine");
    public static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    public static final Address GROUP = Address.group(new ChannelId("webchat"), "demo", "b3");

    public static final CommunityMap MAP = new CommunityMap(
            ID,
            "阳光社区",
            List.of(
                    place("sunshine", Place.Kind.COMMUNITY, "阳光社区", null),
                    place("g1", Place.Kind.GRID, "第一网格", "sunshine"),
                    place("g2", Place.Kind.GRID, "第二网格", "sunshine"),
                    place("c1", Place.Kind.COMPOUND, "阳光里", "g1"),
                    place("b3", Place.Kind.BUILDING, "3栋", "c1"),
                    place("b3-2", Place.Kind.UNIT, "2单元", "b3"),
                    place("b3-2-501", Place.Kind.ROOM, "501", "b3-2"),
                    place("play", Place.Kind.SPOT, "儿童乐园", "c1"),
                    place("b9", Place.Kind.BUILDING, "9栋", "g2")),
            List.of(
                    unit("grid1", Unit.Kind.GRID, "第一网格", List.of("g1"), List.of()),
                    unit("grid2", Unit.Kind.GRID, "第二网格", List.of("g2"), List.of("report.dispute")),
                    unit("property", Unit.Kind.PROPERTY, "阳光物业", List.of("c1"), List.of("report.*")),
                    unit("lift", Unit.Kind.DEPARTMENT, "电梯维保", List.of("sunshine"), List.of("report.elevator")),
                    unit("welfare", Unit.Kind.COMMITTEE, "社会福利委员会", List.of(), List.of("help.*")),
                    unit("desk", Unit.Kind.DESK, "社区服务台", List.of("sunshine"), List.of())),
            List.of(
                    staff("li", "李网格", Role.GRID_WORKER, "grid1"),
                    staff("wang", "王物业", Role.UNIT_WORKER, "property"),
                    staff("zhao", "赵主任", Role.COMMUNITY_WORKER, "desk")),
            List.of(new Group("b3", "3栋邻里群", GROUP, "b3", 0.5)));

    private static final Definitions RULES = new WorkflowFiles(new CaseWords()).of(ID);

    private Sunshine() {}

    /// The packed rules, as the first version.
    public static Workflow workflow(String label) {
        return workflow(RULES.kindOf(label));
    }

    static Workflow workflow(CaseKind kind) {
        return new Workflow(new Course(kind, 0), RULES.of(kind), new Calendars(new CaseWords()).of(ID));
    }

    static Moves moves(Case from, Who who, java.time.Instant now) {
        return new Moves(workflow(from.problem().label()), from, who, now);
    }

    static CommunityMap withChatOfProperty(Address chat) {
        var units = MAP.units().stream()
                .map(it -> it.id().equals("property")
                        ? new Unit(it.id(), it.kind(), it.name(), it.places(), it.labels(), chat)
                        : it)
                .toList();
        return new CommunityMap(ID, MAP.name(), MAP.places(), units, MAP.staff(), MAP.groups());
    }

    public static Address person(String id) {
        return Address.person(new ChannelId("webchat"), "demo", id);
    }

    public static Neighbour neighbour(String id) {
        return new Neighbour("r-" + id, person(id), null, person(id));
    }

    static Neighbour inGroup(String id) {
        return new Neighbour(null, person(id), GROUP, null);
    }

    public static Place at(String id) {
        return MAP.place(id).orElseThrow();
    }

    static Report report(String label, String place, String words, Neighbour who) {
        return new Report(ID, "m-" + who.address().id(), label, at(place), "", words, List.of(), who, NINE);
    }

    static Case liftCase() {
        return caseOf("report.elevator", "电梯又停在半路了", neighbour("zhang"), State.ASSIGNED);
    }

    public static Case in(State state) {
        return caseOf("report.elevator", "电梯又停在半路了", neighbour("zhang"), state);
    }

    static Case caseOf(String label, String words, Neighbour who, State state) {
        return new Case(
                ID,
                "SU-2026-000001",
                workflow(label).course(),
                new Problem(label, "b3", "b3", "", words),
                who,
                state,
                new Care("property", null, workflow(label).promise(label, NINE)),
                NINE,
                null,
                null,
                1);
    }

    private static Place place(String id, Place.Kind kind, String name, @Nullable String parent) {
        return new Place(id, kind, name, parent, List.of());
    }

    private static Unit unit(String id, Unit.Kind kind, String name, List<String> places, List<String> labels) {
        return new Unit(id, kind, name, places, labels, null);
    }

    private static StaffMember staff(String id, String name, Role role, String unit) {
        return new StaffMember(ID, id, name, role, unit, null, person("staff-" + id));
    }
}
