package org.linli.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.linli.community.Coordinates;

class Wgs84Test {

    @Test
    void tiananmenIsShiftedAsMapsInChinaShiftIt() {
        var shifted = new Wgs84(39.907333, 116.391083).shifted();

        assertThat(shifted.latitude()).isCloseTo(39.908737, within(2e-5));
        assertThat(shifted.longitude()).isCloseTo(116.397327, within(2e-5));
    }

    @Test
    void elsewhereNothingIsShifted() {
        assertThat(new Wgs84(48.8584, 2.2945).shifted()).isEqualTo(new Coordinates(48.8584, 2.2945));
    }

    @Property
    void thereAndBackIsTheSamePlace(
            @ForAll @DoubleRange(min = 18, max = 50) double latitude,
            @ForAll @DoubleRange(min = 75, max = 134) double longitude) {
        var there = new Wgs84(latitude, longitude).shifted();
        var back = Wgs84.of(there);

        assertThat(back.latitude()).isCloseTo(latitude, within(1e-6));
        assertThat(back.longitude()).isCloseTo(longitude, within(1e-6));
    }
}
