package org.linli.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.linli.community.Place.Kind;

class LocateNearTest {

    /// Metres to the north of the first building.
    private static final double METER = 1 / 111_195.0;

    private static final LocateNear NEAR = new LocateNear(new Places(List.of(
            new Place("c", Kind.COMMUNITY, "槐荫社区", null, List.of(), new Coordinates(30, 125)),
            new Place("b1", Kind.BUILDING, "1栋", "c", List.of(), new Coordinates(30, 125)),
            new Place("b2", Kind.BUILDING, "2栋", "c", List.of(), new Coordinates(30 + 60 * METER, 125)),
            new Place("gate", Kind.SPOT, "北门", "c", List.of(), new Coordinates(30 + 400 * METER, 125)),
            new Place("b3", Kind.BUILDING, "3栋", "c", List.of()))));

    @Test
    void aDegreeOfLatitudeIsAHundredAndElevenKilometres() {
        assertThat(new Coordinates(30, 125).metersTo(new Coordinates(31, 125))).isCloseTo(111_195, within(10.0));
        assertThat(new Coordinates(60, 0).metersTo(new Coordinates(60, 1))).isCloseTo(55_597, within(30.0));
    }

    @Test
    void whatIsClearlyNearestIsMeant() {
        assertThat(north(0)).isEqualTo(found("b1"));
        assertThat(north(17)).isEqualTo(found("b1"));
        assertThat(north(43)).isEqualTo(found("b2"));
        assertThat(north(420)).isEqualTo(found("gate"));
    }

    @Test
    void betweenTwoHousesBothAreNamedTheNearerFirst() {
        assertThat(north(29)).isEqualTo(new Located.Ambiguous(List.of(place("b1"), place("b2"))));
        assertThat(north(31)).isEqualTo(new Located.Ambiguous(List.of(place("b2"), place("b1"))));
    }

    @Test
    void whoIsFartherThanAHundredAndFiftyMetresIsNotHere() {
        assertThat(north(-149)).isEqualTo(found("b1"));
        assertThat(north(-151)).isEqualTo(new Located.NothingSaid());
    }

    @Test
    void withoutCoordinatesNothingIsNear() {
        var unknown = new LocateNear(new Places(List.of(new Place("b1", Kind.BUILDING, "1栋", null, List.of()))));

        assertThat(unknown.locate(new Coordinates(30, 125))).isEqualTo(new Located.NothingSaid());
    }

    @Property(tries = 300)
    void distancesAreTheSameBothWaysAndNeverMoreThanHalfTheEarth(
            @ForAll @DoubleRange(min = -90, max = 90) double one,
            @ForAll @DoubleRange(min = -180, max = 180) double east,
            @ForAll @DoubleRange(min = -90, max = 90) double other,
            @ForAll @DoubleRange(min = -180, max = 180) double west) {
        var a = new Coordinates(one, east);
        var b = new Coordinates(other, west);

        assertThat(a.metersTo(b)).isBetween(0.0, 20_016_000.0).isCloseTo(b.metersTo(a), within(0.001));
        assertThat(a.metersTo(a)).isZero();
    }

    private static Located north(double meters) {
        return NEAR.locate(new Coordinates(30 + meters * METER, 125));
    }

    private static Located found(String id) {
        return new Located.Found(place(id), "");
    }

    private static Place place(String id) {
        return NEAR.places().byId(id).orElseThrow();
    }
}
