package org.linli.understanding.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table in a file: commas between columns, quotes around what has commas, quotes or line ends.
final class Csv {

    private final List<String> lines = new ArrayList<>();

    Csv(Object... heads) {
        row(heads);
    }

    Csv row(Object... cells) {
        lines.add(Stream.of(cells).map(Csv::cell).collect(Collectors.joining(",")));
        return this;
    }

    void write(Path file) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static String cell(Object value) {
        String plain = String.valueOf(value);
        boolean quoted = plain.chars().anyMatch(it -> it == ',' || it == '"' || it == '\n' || it == '\r');
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
