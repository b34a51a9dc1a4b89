package org.linli.channels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuoteTest {

    @Test
    void ofAnEndlessMessageTheStartIsKeptAndNoHalfCharacter() {
        assertThat(new Quote("", "水".repeat(1_000)).words()).hasSize(400);
        assertThat(new Quote("", "水".repeat(399) + "😀😀").words()).isEqualTo("水".repeat(399));
    }

    @Test
    void itsWordsAreNotPrinted() {
        assertThat(new Quote("m1", "我家漏水")).asString().doesNotContain("漏水", "m1");
    }
}
