package org.linli.masking;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/// The words that stand in place of what is masked.
final class Masks {

    private static final Properties WORDS = read();

    private Masks() {}

    /// @param kind like `somebody`; one that the file lacks is a mistake of ours
    static String of(String kind) {
        return Objects.requireNonNull(WORDS.getProperty(kind), kind);
    }

    private static Properties read() {
        var words = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(Masks.class.getResourceAsStream("/masking/masks.properties")),
                StandardCharsets.UTF_8)) {
            words.load(file);
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the packed masks cannot be read", unreadable);
        }
    }
}
