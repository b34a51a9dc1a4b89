package org.linli.polls.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In groups nobody who does not call us is heard about rounds: what they are told there to say, they are told to say
/// in private.
class AnnouncedWordsTest {

    private static final Path LETTERS = Path.of("templates/letters");

    @ParameterizedTest
    @ValueSource(strings = {"round-announced", "round-opened", "round-result", "round-done", "proposal-taken"})
    void whatIsToBeSaidIsAskedForInPrivate(String letter) throws IOException {
        assertThat(Files.readString(LETTERS.resolve(letter + ".txt")).lines())
                .filteredOn(line -> line.matches(".*“(?:提个项目|支持|异议|评价).*"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("私下"));
    }
}
