package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The list of where we stand against OWASP ASVS names evidence that is there.
class AsvsTest {

    private static final Path LIST = Path.of("deploy/security/ASVS.md");
    private static final List<Path> SOURCES = List.of(Path.of("src/test/java"), Path.of("src/main/java"));

    /// A class, as `Forget…` jobs and settings are not.
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:[a-z]|IT))`");

    private static final Pattern FILE = Pattern.compile("`([a-z./-]+\\.(?:csv|md|xml|yaml)|deploy/[A-Za-z./-]+)`");
    /// One or several, as in "ADR 44, 45 and 55".
    private static final Pattern DECISIONS = Pattern.compile("ADR (\\d+(?:(?:, | and )\\d+)*)");

    @Test
    void eachClassThatIsNamedAsEvidenceIsThere() throws IOException {
        var known = classes();

        assertThat(named(CLASS)).hasSizeGreaterThan(40).isSubsetOf(known);
    }

    @Test
    void eachFileThatIsNamedAsEvidenceIsThere() throws IOException {
        assertThat(named(FILE))
                .hasSizeGreaterThan(4)
                .allSatisfy(it -> assertThat(Files.exists(Path.of(it)) || Files.exists(LIST.resolveSibling(it)))
                        .as(it)
                        .isTrue());
    }

    @Test
    void eachDecisionThatIsNamedIsThere() throws IOException {
        try (var decisions = Files.list(Path.of("src/adr"))) {
            var known = decisions
                    .map(it -> it.getFileName().toString().substring(0, 4))
                    .collect(Collectors.toSet());
            assertThat(named(DECISIONS))
                    .hasSizeGreaterThan(4)
                    .allSatisfy(them -> assertThat(known)
                            .containsAll(Stream.of(them.split("\\D+"))
                                    .map(it -> "%04d".formatted(Integer.parseInt(it)))
                                    .toList()));
        }
    }

    /// A chapter without any is a claim.
    @Test
    void eachChapterNamesEvidence() throws IOException {
        assertThat(lines().filter(it -> it.startsWith("| V")))
                .hasSizeGreaterThan(15)
                .allSatisfy(it -> assertThat(
                                CLASS.matcher(it).find() || FILE.matcher(it).find())
                        .as(it)
                        .isTrue());
    }

    private static Set<String> named(Pattern what) throws IOException {
        return lines().flatMap(it -> what.matcher(it).results())
                .map((MatchResult it) -> it.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(LIST).stream();
    }

    private static Set<String> classes() throws IOException {
        var known = new HashSet<String>();
        for (Path source : SOURCES) {
            try (var files = Files.walk(source)) {
                files.map(it -> it.getFileName().toString())
                        .filter(it -> it.endsWith(".java"))
                        .forEach(it -> known.add(it.substring(0, it.length() - ".java".length())));
            }
        }
        return known;
    }
}
