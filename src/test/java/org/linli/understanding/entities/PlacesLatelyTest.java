package org.linli.understanding.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesLatelyTest {

    private static final PlaceMention ONE = new PlaceMention("1", null, null, null, new Mention(0, 2));
    private static final PlaceMention TWO = new PlaceMention("2", null, null, null, new Mention(0, 2));

    @Test
    void whatWasReadIsNotReadAgain() {
        PlacesLately.in("只读一次的话", _ -> ONE);

        assertThat(PlacesLately.in("只读一次的话", _ -> TWO)).isEqualTo(ONE);
    }

    /// "Aa" and "BB" have the same hash in Java.
    @Test
    void whatFallsOnTheSamePlaceIsNotTakenForTheOther() {
        PlacesLately.in("门口Aa", _ -> ONE);

        assertThat(PlacesLately.in("门口BB", _ -> TWO)).isEqualTo(TWO);
        assertThat(PlacesLately.in("门口Aa", _ -> ONE)).isEqualTo(ONE);
    }

    @Test
    void longTextsAreNotHeld() {
        String said = "很长的话".repeat(100);
        PlacesLately.in(said, _ -> ONE);

        assertThat(PlacesLately.in(said, _ -> TWO)).isEqualTo(TWO);
    }

    @Test
    void howManySpeakAtOnceChangesNothing() {
        var now = LocalDateTime.of(2026, 6, 10, 15, 0);

        IntStream.range(0, 20_000).parallel().forEach(n -> {
            int building = n % 3000 + 1;
            assertThat(FindEntities.in(building % 90 + 1 + "栋灯坏了" + building, now)
                            .building())
                    .isEqualTo("" + (building % 90 + 1));
        });
    }
}
