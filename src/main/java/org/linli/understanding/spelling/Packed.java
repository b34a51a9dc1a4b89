package org.linli.understanding.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Lists that are packed with the program.
public final class Packed {

    private Packed() {}

    /// Without remarks and empty lines.
    public static List<String> lines(String name) {
        try (InputStream file =
                Objects.requireNonNull(Packed.class.getResourceAsStream("/understanding/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the packed list " + name + " cannot be read", unreadable);
        }
    }
}
