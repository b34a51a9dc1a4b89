package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What people read does not depend on the locale of the machine.
class SameEverywhereTest {

    private static final Path SOURCES = Path.of("src/main/java/org/linli");

    /// Commas of thousands and decimal points are others in other locales.
    private static final Pattern OF_THE_MACHINE = Pattern.compile("%[0-9$]*[,.][0-9]*[df][^\"]*\"\\s*\\.formatted\\(");

    @Test
    void amountsAreWrittenInALocaleThatIsNamed() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            List<Path> wrong = files.filter(it -> it.toString().endsWith(".java"))
                    .filter(it -> OF_THE_MACHINE.matcher(read(it)).find())
                    .toList();

            assertThat(wrong)
                    .as("\"%,d\".formatted uses the machine's locale: String.format(Locale.ROOT, …) does not")
                    .isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
