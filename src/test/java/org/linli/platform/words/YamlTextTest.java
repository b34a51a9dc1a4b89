package org.linli.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonToken;

class YamlTextTest {

    @Test
    void anEmojiIsReadWhereverItStands() {
        for (int before = 1_000; before < 2_100; before++) {
            String words = "x".repeat(before) + "😀" + "y".repeat(1_100);
            try (var parser = YamlText.parser("a: '" + words + "'\n")) {
                assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
                assertThat(parser.nextToken()).isEqualTo(JsonToken.PROPERTY_NAME);
                assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_STRING);
                assertThat(parser.getString()).isEqualTo(words);
            }
        }
    }
}
