package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.cases.staffing.Presence;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.QuietHours;
import org.linli.community.StaffMember;
import org.linli.community.Unit;

class RoutingTest {

    private final Routing routing = new Routing(Sunshine.MAP);

    @ParameterizedTest(name = "{0} at {1} goes to {2}")
    @CsvSource({
        // the exact label wins although the property company is nearer
        "report.elevator, b3-2-501, lift",
        "report.elevator, b9, lift",
        // a pattern wins over a unit that names no labels
        "report.noise, b3, property",
        "report.noise, play, property",
        // whatever nobody else takes goes to the grid it happened in
        "suggest, b3, grid1",
        "emergency, b3, grid1",
        // a committee without places is there for all
        "help.hardship, b9, welfare",
        "report.dispute, b9, grid2"
    })
    void theMostExactLabelWinsThenTheSmallestArea(String label, String place, String unit) {
        var routed = routing.route(label, Sunshine.at(place), Sunshine.NINE);

        assertThat(routed.unit().id()).isEqualTo(unit);
        assertThat(routed.found()).isTrue();
    }

    @Test
    void ofEquallyExactUnitsTheOneOfTheSmallestAreaTakesIt() {
        var units = new ArrayList<>(Sunshine.MAP.units());
        units.addFirst(new Unit("city", Unit.Kind.DEPARTMENT, "市政", List.of("sunshine"), List.of("report.*"), null));
        var map = new CommunityMap(Sunshine.ID, "阳光社区", Sunshine.MAP.places(), units, List.of(), List.of());

        var routed = new Routing(map).route("report.noise", Sunshine.at("b3"), Sunshine.NINE);

        assertThat(routed.unit().id()).isEqualTo("property");
        assertThat(routed.considered()).contains(new Routing.Considered(units.getFirst(), Routing.Why.FARTHER));
    }

    @Test
    void whatNobodyIsResponsibleForLiesWithTheDesk() {
        var routed = routing.route("report.noise", Sunshine.at("b9"), Sunshine.NINE);

        assertThat(routed.unit().id()).isEqualTo("desk");
        assertThat(routed.found()).isFalse();
    }

    @Test
    void withoutAPlaceOnlyWhoServesTheWholeCommunityTakesIt() {
        assertThat(routing.route("help.hardship", null, Sunshine.NINE).unit().id())
                .isEqualTo("welfare");
        assertThat(routing.route("emergency", null, Sunshine.NINE).unit().id()).isEqualTo("desk");
    }

    @Test
    void theTraceNamesWhoElseCouldHaveTakenItAndWhyNot() {
        var routed = routing.route("report.elevator", Sunshine.at("b3"), Sunshine.NINE);

        assertThat(routed.considered())
                .extracting(it -> it.unit().id() + " " + it.why())
                .containsExactly("lift CHOSEN", "property LESS_EXACT", "grid1 LESS_EXACT");
        assertThat(new RouteWords(new CaseWords(), Sunshine.MAP).why("report.elevator", Sunshine.at("b3"), routed))
                .isEqualTo("“电梯故障”在阳光里 3栋归电梯维保。其他单位：阳光物业也管，但不如它对口；第一网格也管，但不如它对口");
    }

    @Test
    void theNightWatchTakesItInItsHours() {
        var units = new ArrayList<>(Sunshine.MAP.units());
        units.add(new Unit(
                "night",
                Unit.Kind.PROPERTY,
                "夜间值班",
                List.of("sunshine"),
                List.of("report.elevator"),
                null,
                null,
                QuietHours.parse("18:00-8:00").orElseThrow(),
                false));
        var map = new CommunityMap(Sunshine.ID, "阳光社区", Sunshine.MAP.places(), units, List.of(), List.of());
        var night = Sunshine.NINE.plus(Duration.ofHours(12));

        assertThat(new Routing(map)
                        .route("report.elevator", Sunshine.at("b3"), night)
                        .unit()
                        .id())
                .isEqualTo("night");
        assertThat(new Routing(map)
                        .route("report.elevator", Sunshine.at("b3"), Sunshine.NINE)
                        .considered())
                .anySatisfy(
                        it -> assertThat(it).isEqualTo(new Routing.Considered(units.getLast(), Routing.Why.OFF_DUTY)));
    }

    @Test
    void ofEquallyResponsibleUnitsTheOneWithTheLeastInHandTakesItAndTheTraceSaysSo() {
        var map = withSecondProperty();
        var place = Sunshine.at("b3");

        assertThat(new Routing(map).rivals("report.noise", place, Sunshine.NINE))
                .extracting(Unit::id)
                .containsExactly("property", "property2");
        var routed = new Routing(map, Presence.EVERYBODY, Map.of("property", 7, "property2", 3))
                .route("report.noise", place, Sunshine.NINE);

        assertThat(routed.unit().id()).isEqualTo("property2");
        assertThat(new RouteWords(new CaseWords(), map).why("report.noise", place, routed))
                .contains("阳光物业同样可以，但手上没办结的更多（7）");
    }

    @Test
    void moreExactIsMoreResponsibleHoweverMuchItHasInHand() {
        var routed = new Routing(Sunshine.MAP, Presence.EVERYBODY, Map.of("lift", 100))
                .route("report.elevator", Sunshine.at("b3"), Sunshine.NINE);

        assertThat(routed.unit().id()).isEqualTo("lift");
    }

    @Test
    void whereEverybodyIsAwayAnotherTakesItOrTheDeskWithThatReason() {
        var withoutWang = new Presence(Set.of("wang"), Map.of());
        var away = new Routing(Sunshine.MAP, withoutWang, Map.of())
                .route("report.noise", Sunshine.at("b3"), Sunshine.NINE);

        assertThat(away.unit().id()).isEqualTo("grid1");
        assertThat(new RouteWords(new CaseWords(), Sunshine.MAP).why("report.noise", Sunshine.at("b3"), away))
                .contains("阳光物业的人今天都不在");
        var nobody = new Routing(Sunshine.MAP, new Presence(Set.of("wang", "li"), Map.of()), Map.of())
                .route("report.noise", Sunshine.at("b3"), Sunshine.NINE);
        assertThat(nobody.found()).isFalse();
        assertThat(nobody.unit().id()).isEqualTo("desk");
    }

    @Test
    void whoeverStandsInIsThereAndIsTold() {
        var presence = new Presence(Set.of("wang"), Map.of("wang", "zhao"));
        var routing = new Routing(Sunshine.MAP, presence, Map.of());

        assertThat(routing.route("report.noise", Sunshine.at("b3"), Sunshine.NINE)
                        .unit()
                        .id())
                .isEqualTo("property");
        assertThat(routing.told().staffOf("property"))
                .extracting(StaffMember::id, StaffMember::chat)
                .containsExactly(tuple("wang", Sunshine.person("staff-zhao")));
        assertThat(routing.told().staffAt(Sunshine.person("staff-zhao")))
                .map(StaffMember::id)
                .contains("zhao");
        var bothAway = new Presence(Set.of("wang", "zhao"), Map.of("wang", "zhao"));
        assertThat(new Routing(Sunshine.MAP, bothAway, Map.of())
                        .route("report.noise", Sunshine.at("b3"), Sunshine.NINE)
                        .unit()
                        .id())
                .isEqualTo("grid1");
    }

    @Test
    void whatIsToldInACommitteesGroupGoesToTheCommitteeAndTheTraceSaysSo() {
        var map = withGroupOf("welfare");
        var routed = new Routing(map)
                .toldIn(Sunshine.GROUP, CaseKind.COMPLAINT)
                .route("report.elevator", Sunshine.at("b3"), Sunshine.NINE);

        assertThat(routed.found()).isTrue();
        assertThat(routed.considered())
                .extracting(it -> it.unit().id() + " " + it.why())
                .containsExactly("welfare BOUND", "lift NOT_BOUND", "property NOT_BOUND", "grid1 NOT_BOUND");
        assertThat(new RouteWords(new CaseWords(), map).why("report.elevator", Sunshine.at("b3"), routed))
                .isEqualTo("“电梯故障”在阳光里 3栋，是在归社会福利委员会管的群里说的，归社会福利委员会。"
                        + "其他单位：电梯维保也管，但说这事的群不归它；阳光物业也管，但说这事的群不归它；第一网格也管，但说这事的群不归它");
    }

    @Test
    void aHazardGoesWhereItAlwaysGoesWhereverItIsTold() {
        var told = new Routing(withGroupOf("welfare")).toldIn(Sunshine.GROUP, CaseKind.HAZARD);

        assertThat(told.route("report.fire_hazard", Sunshine.at("b3"), Sunshine.NINE)
                        .unit()
                        .id())
                .isEqualTo("property");
        assertThat(told.route("emergency", Sunshine.at("b3"), Sunshine.NINE)
                        .unit()
                        .id())
                .isEqualTo("grid1");
    }

    @Test
    void aGroupsUnitTakesNothingOutsideItsAreaNorWhereNobodyIsThere() {
        var told = new Routing(withGroupOf("grid2")).toldIn(Sunshine.GROUP, CaseKind.COMPLAINT);
        var elsewhere = told.route("report.noise", Sunshine.at("b3"), Sunshine.NINE);

        assertThat(elsewhere.considered())
                .extracting(it -> it.unit().id() + " " + it.why())
                .containsExactly("property CHOSEN", "grid2 ELSEWHERE", "grid1 LESS_EXACT");
        assertThat(told.route("report.noise", Sunshine.at("b9"), Sunshine.NINE)
                        .unit()
                        .id())
                .isEqualTo("grid2");
        assertThat(told.route("report.noise", null, Sunshine.NINE).unit().id()).isEqualTo("grid2");
        var away = new Routing(withGroupOf("grid1"), new Presence(Set.of("li"), Map.of()), Map.of())
                .toldIn(Sunshine.GROUP, CaseKind.COMPLAINT)
                .route("report.noise", Sunshine.at("b3"), Sunshine.NINE);
        assertThat(away.unit().id()).isEqualTo("property");
    }

    @Test
    void whatIsToldInPrivateOrInAGroupOfNoUnitGoesByLabelsAndPlaces() {
        assertThat(new Routing(withGroupOf("welfare"))
                        .toldIn(null, CaseKind.COMPLAINT)
                        .route("report.noise", Sunshine.at("b3"), Sunshine.NINE)
                        .unit()
                        .id())
                .isEqualTo("property");
        assertThat(routing.toldIn(Sunshine.GROUP, CaseKind.COMPLAINT)
                        .route("report.noise", Sunshine.at("b3"), Sunshine.NINE)
                        .unit()
                        .id())
                .isEqualTo("property");
    }

    @Test
    void aCaseThatIsElsewhereStaysWithTheUnitOfTheGroupItWasToldIn() {
        var map = withGroupOf("welfare");
        var told = Sunshine.caseOf("report.noise", "太吵了", Sunshine.inGroup("zhang"), State.ASSIGNED);

        var moved = Act.Relocate.to(Sunshine.at("b9"), "", told, map, "是9栋", Sunshine.NINE);

        assertThat(moved.routed().unit().id()).isEqualTo("welfare");
    }

    private static CommunityMap withGroupOf(String unit) {
        var group = new Group("b3", "3栋邻里群", Sunshine.GROUP, "b3", unit, 0.5, null, false);
        var it = Sunshine.MAP;
        return new CommunityMap(Sunshine.ID, it.name(), it.places(), it.units(), it.staff(), List.of(group));
    }

    private static CommunityMap withSecondProperty() {
        var units = new ArrayList<>(Sunshine.MAP.units());
        units.add(new Unit("property2", Unit.Kind.PROPERTY, "第二物业", List.of("c1"), List.of("report.*"), null));
        return new CommunityMap(Sunshine.ID, "阳光社区", Sunshine.MAP.places(), units, Sunshine.MAP.staff(), List.of());
    }
}
