package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.community.CommunityMap;
import org.linli.community.QuietHours;
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
                QuietHours.parse("18:00-8:00").orElseThrow()));
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
}
