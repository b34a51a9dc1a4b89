package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is written for people leads where it says.
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?://|mailto:)([^)\\s#]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern PAGE = Pattern.compile("`(/[a-z][^`…]*)`");
    private static final Path PAGES = Path.of("src/docs/pages.md");

    @Test
    void everyLinkLeadsToAFileAndItsHeading() throws IOException {
        for (Path document : documents()) {
            assertThat(all(LINK, document)
                            .map(it -> broken(document, it.group(1), it.group(2)))
                            .filter(it -> !it.isEmpty()))
                    .as("links of %s that lead nowhere", document)
                    .isEmpty();
        }
    }

    @Test
    void everyPageThatPeopleAreToldOfIsThere() throws IOException {
        var routes = Files.readAllLines(Path.of("deploy/security/routes.csv")).stream()
                .map(it -> it.replaceFirst(",[A-Z]+,.*", "").replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*})*}", "{$1}"))
                .collect(Collectors.toSet());

        assertThat(all(PAGE, PAGES).map(it -> it.group(1)).filter(it -> !it.startsWith("/actuator")))
                .isNotEmpty()
                .isSubsetOf(routes);
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> below = Stream.of(
                        Path.of("src/docs"), Path.of("src/adr"), Path.of("deploy"), Path.of("templates"))
                .flatMap(DocumentsTest::walk)) {
            return Stream.concat(Stream.of(Path.of("README.md")), below)
                    .filter(it -> it.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Stream<MatchResult> all(Pattern pattern, Path document) throws IOException {
        return pattern.matcher(Files.readString(document)).results();
    }

    /// Empty where it leads somewhere.
    private static String broken(Path from, String path, String heading) {
        Path to = path.isEmpty() ? from : from.resolveSibling(path).normalize();
        boolean there = Files.exists(to) && (heading == null || headings(to).contains(heading));
        return there ? "" : path + (heading == null ? "" : "#" + heading);
    }

    private static List<String> headings(Path document) {
        try {
            return Files.readAllLines(document).stream()
                    .filter(it -> it.startsWith("#"))
                    .map(it -> it.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                    .map(it -> it.replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-'))
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
