package org.linli.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.parrot.ParrotChannel;

class SplitTextTest {

    @Test
    void aTextThatFitsStaysWhole() {
        assertThat(SplitText.split(message("电梯坏了"), limit(12))).containsExactly(message("电梯坏了"));
    }

    @Test
    void aLongTextIsCutAfterALine() {
        assertThat(SplitText.split("first line\nsecond line\nthird", 24))
                .containsExactly("first line\nsecond line", "third");
    }

    @Test
    void aLongLineIsCutAfterASentence() {
        assertThat(SplitText.split("电梯坏了。师傅在路上。请稍等。", 36)).containsExactly("电梯坏了。师傅在路上。", "请稍等。");
    }

    @Test
    void noPartIsTooLongAndNoCharacterIsCutOrLost() {
        String text = "水🚰管".repeat(1000);
        var parts = SplitText.split(text, 100);

        assertThat(parts)
                .allSatisfy(
                        it -> assertThat(it.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(100));
        assertThat(String.join("", parts)).isEqualTo(text);
    }

    @Test
    void partsHaveKeysOfTheirOwnAndTheLastHasTheChoices() {
        var parts = SplitText.split(
                new Outbound("k", ParrotChannel.person("wang"), "aaaa\nbbbb\ncccc", List.of("yes")), limit(10));

        assertThat(parts).extracting(Outbound::key).containsExactly("k", "k#2", "k#3");
        assertThat(parts).extracting(Outbound::choices).containsExactly(List.of(), List.of(), List.of("yes"));
    }

    private static Limits limit(int bytes) {
        return new Limits(bytes, Duration.ZERO);
    }

    private static Outbound message(String text) {
        return new Outbound("k", ParrotChannel.person("wang"), text, List.of());
    }
}
