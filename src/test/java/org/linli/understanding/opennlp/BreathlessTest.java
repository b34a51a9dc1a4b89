package org.linli.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BreathlessTest {

    @Test
    void whatATelephoneWritesDownHasNoPauses() {
        assertThat(is("电梯又坏了被关在里面过的人举个手")).isTrue();
        assertThat(is("电梯又坏了,被关在里面过的人举个手")).isFalse();
        assertThat(is("被关在里面过的人现在到底在哪里呢?")).isFalse();
    }

    @Test
    void aFewWordsNeedNoPause() {
        assertThat(is("电梯又坏了")).isFalse();
    }

    @Test
    void oneEnglishWordIsNotSpokenInOneBreath() {
        assertThat(is("congratulationstoyou")).isFalse();
    }

    @Test
    void withoutItsPausesAMessageIsInOneBreath() {
        String text = Normalised.of("电梯又坏了, 被关在里面过的人?举个手!").text();

        assertThat(Breathless.of(text)).isEqualTo("电梯又坏了被关在里面过的人举个手");
    }

    private static boolean is(String said) {
        return Breathless.is(Normalised.of(said).text());
    }
}
