package org.linli.dialogue.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Talking.stranger;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.dialogue.SimpleUnderstanding;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understand;
import org.linli.understanding.Understanding;

/// Two matters with nothing but a comma in between.
class CommasTest {

    @Test
    void troublesOfTwoBuildingsAreTwo() {
        var talk = stranger().says("3栋电梯坏了，5栋门口垃圾没人收").hears("report.elevator", "report.sanitation");

        assertThat(talk.requests())
                .extracting(it -> it.place() == null ? "" : it.place().id())
                .containsExactly("b3", "b5");
    }

    @Test
    void theSameTroubleInTwoBuildingsIsTwo() {
        assertThat(stranger().says("3栋电梯坏了，5栋电梯坏了").requests())
                .extracting(it -> it.place() == null ? "" : it.place().id())
                .containsExactly("b3", "b5");
    }

    @Test
    void twoPlainTroublesOfOneBuildingAreTwoWhereTheWholeIsTornBetweenThem() {
        stranger().with(torn(0.03)).says("3栋电梯坏了，垃圾没人收").hears("report.elevator", "report.sanitation");
        stranger().with(torn(0.01)).says("3栋电梯坏了，垃圾没人收").hears("report.elevator");
    }

    /// Thinks of the rubbish as well where both are told at once.
    private static Understand torn(double rubbish) {
        var simple = new SimpleUnderstanding();
        return (text, group, now) -> {
            var meant = simple.understand(text, group, now);
            var ranking = List.of(
                    new Ranked(meant.intent(), meant.confidence()),
                    new Ranked(new Intent("report.sanitation"), rubbish));
            return new Understanding(meant.intent(), meant.confidence(), ranking, meant.entities());
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"3栋电梯坏了，好像有点吵", "3栋电梯坏了，里面有水", "3栋电梯坏了，3栋的", "3栋电梯坏了，5栋的人也要坐"})
    void allElseIsOneReport(String words) {
        var talk = stranger().says(words).hears("report.elevator");

        assertThat(talk.performed().text()).isEqualTo(words);
    }

    @Test
    void aLongStoryIsOne() {
        String words = "3栋电梯坏了，5栋门口垃圾没人收，".repeat(5);

        assertThat(stranger().says(words).performed().text()).isEqualTo(words);
    }
}
