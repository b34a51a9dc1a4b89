package org.linli.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.dialogue.Teachable.Cause;

class AlikeLessonsTest {

    @Test
    void whatSaysNearlyTheSameIsTaughtTogether() {
        var groups = AlikeLessons.groups(said("3栋电梯坏了", "电梯停水了", "3栋的电梯坏了！", "12栋电梯坏了", "谁家有快递小车"));

        assertThat(groups)
                .extracting(group -> group.stream().map(Lesson::words).toList())
                .containsExactly(List.of("3栋电梯坏了", "3栋的电梯坏了！", "12栋电梯坏了"), List.of("电梯停水了"), List.of("谁家有快递小车"));
    }

    @Test
    void oneOtherWordIsAnotherThing() {
        assertThat(AlikeLessons.groups(said("电梯坏了", "电灯坏了"))).hasSize(2);
    }

    @Test
    void theSameWordsInAGroupAndInPrivateAreTaughtApart() {
        var inGroup = new Lesson("g", "电梯坏了", true, "chatter", .4, null, Cause.UNSURE, Instant.EPOCH, null);

        assertThat(AlikeLessons.groups(
                        Stream.concat(said("电梯坏了").stream(), Stream.of(inGroup)).toList()))
                .hasSize(2);
    }

    @Test
    void noWordsAreLikeThemselves() {
        assertThat(AlikeLessons.likeness("", "")).isEqualTo(1);
        assertThat(AlikeLessons.likeness("？？", "？？")).isEqualTo(1);
    }

    private static List<Lesson> said(String... words) {
        return Stream.of(words)
                .map(it -> new Lesson(it, it, false, "chatter", .4, null, Cause.UNSURE, Instant.EPOCH, null))
                .toList();
    }
}
