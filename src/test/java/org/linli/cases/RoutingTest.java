package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        var routed = routing.route(label, Sunshine.at(place));

        assertThat(routed.unit().id()).isEqualTo(unit);
        assertThat(routed.found()).isTrue();
    }

    @Test
    void whatNobodyIsResponsibleForLiesWithTheDesk() {
        var routed = routing.route("report.noise", Sunshine.at("b9"));

        assertThat(routed.unit().id()).isEqualTo("desk");
        assertThat(routed.found()).isFalse();
    }

    @Test
    void withoutAPlaceOnlyWhoServesTheWholeCommunityTakesIt() {
        assertThat(routing.route("help.hardship", null).unit().id()).isEqualTo("welfare");
        assertThat(routing.route("emergency", null).unit().id()).isEqualTo("desk");
    }
}
