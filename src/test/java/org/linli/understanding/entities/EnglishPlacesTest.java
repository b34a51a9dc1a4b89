package org.linli.understanding.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishPlacesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my toilet is leaking, building 3 unit 2 room 501|3|2|501|",
                "fire in Building 5!|5|||",
                "Bldg. 12, flat 1203, no light|12||1203|",
                "the 6th floor of building 2 has no water|2|||6",
                "call 119 in block 7|7|||"
            })
    void placesAreNamedInEnglishToo(String words, String building, String unit, String room, String floor) {
        var said = FindEntities.placesIn(words);

        assertThat(said.building()).isEqualTo(building);
        assertThat(said.unit()).isEqualTo(unit);
        assertThat(said.room()).isEqualTo(room);
        assertThat(said.floor()).isEqualTo(floor);
    }

    @ParameterizedTest
    @CsvSource({"3栋2单元501漏水", "unitary 3", "rebuilding 3 times", "ok"})
    void whatIsNoneStaysAsItIs(String words) {
        assertThat(EnglishPlaces.spelledOut(words)).isEqualTo(words);
    }
}
