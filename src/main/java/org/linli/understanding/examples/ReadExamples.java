package org.linli.understanding.examples;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Reads examples that are not ours, for a comparison with others: `.yml` and `.yaml` as Rasa writes them, anything
/// else as lines `label<TAB>text`.
public final class ReadExamples {

    private static final long MOST_BYTES = 256L << 20;

    private ReadExamples() {}

    /// Reads the disk: blocking.
    ///
    /// @throws BrokenExamples where the file is missing, too large, not UTF-8, or has faults
    public static List<Example> from(Path file) throws IOException {
        String name = file.getFileName().toString();
        String text = text(file);
        return name.endsWith(".yml") || name.endsWith(".yaml")
                ? new RasaFile(file.toString(), text).read()
                : new ExampleTable(file.toString()).read(text);
    }

    private static String text(Path file) throws IOException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw broken(file, "larger than %d MB".formatted(MOST_BYTES >> 20));
            }
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw broken(file, "no such file");
        } catch (CharacterCodingException wrong) {
            throw broken(file, "not UTF-8, expected a file in that encoding");
        }
    }

    private static BrokenExamples broken(Path file, String fault) {
        return new BrokenExamples(List.of(file + ": " + fault));
    }
}
