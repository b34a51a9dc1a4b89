package org.linli.postroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/// What did not arrive is listed by names that staff understands.
class LetterNamesTest {

    @Test
    void whatHasAHeadingIsNoAnswerAndHasANameOfItsOwn() throws IOException {
        var names = new Properties();
        try (var words = Files.newBufferedReader(Path.of("templates/messages/postroom.properties"))) {
            names.load(words);
        }
        try (var letters = Files.list(Path.of("templates/letters"))) {
            assertThat(letters).isNotEmpty().allSatisfy(letter -> {
                String name = letter.getFileName().toString().replace(".txt", "");
                boolean hasHeading = Files.readString(letter).startsWith("【");
                assertThat(!hasHeading || names.containsKey("letters.kind." + name))
                        .as("letters.kind.%s", name)
                        .isTrue();
            });
        }
    }
}
