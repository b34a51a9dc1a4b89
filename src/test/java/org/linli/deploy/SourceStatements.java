package org.linli.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.deploy.Statements.Said;

/// Statements that stand whole in the sources, said or not: `.sql("…")`, or `.sql(NAME)` with `String NAME = "…";`.
final class SourceStatements {

    private static final Path SOURCES = Path.of("src/main/java/org/linli");
    private static final String LITERAL = "(\"\"\".*?(?<!\\\\)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\")";
    private static final Pattern SAID = Pattern.compile("\\.sql\\(\\s*" + LITERAL + "\\s*\\)", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("String (\\w+) =\\s*" + LITERAL + ";", Pattern.DOTALL);

    private SourceStatements() {}

    static Set<Said> all() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(it -> it.toString().endsWith(".java"))
                    .flatMap(SourceStatements::in)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Said> in(Path file) {
        String source = read(file);
        String by = file.getFileName().toString().replace(".java", "");
        var said = SAID.matcher(source).results().map(it -> it.group(1));
        var named = NAMED.matcher(source)
                .results()
                .filter(it -> Pattern.compile("\\.sql\\(\\s*" + it.group(1) + "\\s*\\)")
                        .matcher(source)
                        .find())
                .map(it -> it.group(2));
        return Stream.concat(said, named)
                .map(it -> Said.of(by, it.replaceAll("^\"+|\"+$", "").translateEscapes()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
