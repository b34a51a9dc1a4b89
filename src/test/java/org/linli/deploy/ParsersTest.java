package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// `deploy/security/parsers.csv` says of every class that makes numbers, times, trees or pictures of texts and bytes,
/// what is let loose on it: a target of [FuzzedParsersIT], the `routes` of [FuzzedRoutesIT], or `none:` and why.
class ParsersTest {

    private static final Path TABLE = Path.of("deploy/security/parsers.csv");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String ROUTES = "routes";

    /// By what a parser is known.
    private static final Pattern MARK = Pattern.compile(
            "XMLStreamReader\\(|\\breadTree\\(|\\breadValue\\(|YamlText\\.parser\\("
                    + "|CsvSchema|\\bZipFile\\b|ReadableWorkbook|ImageIO\\.|ImageMetadataReader|\\.detect\\(|URI\\.create\\(|new URI\\("
                    + "|getUrlDecoder|getDecoder|getMimeDecoder|parseInt\\(|parseLong\\(|parseDouble\\(|Integer::valueOf|Long\\.valueOf\\("
                    + "|new BigDecimal\\(|(?:Local(?:Date|Time|DateTime)|OffsetDateTime|Instant|YearMonth)\\.parse\\(|SaidTime\\."
                    + "|UUID\\.fromString|parseHex\\(|ByteBuffer\\.wrap|parseKeyset|URLDecoder\\.decode|properties\\.load\\(");

    @Test
    void everyParserSaysWhatIsLetLooseOnIt() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var parsers = files.filter(it -> it.toString().endsWith(".java"))
                    .filter(it -> !it.startsWith(SOURCES.resolve("org/linli/standin")))
                    .filter(ParsersTest::isMarked)
                    .map(it -> SOURCES.relativize(it)
                            .toString()
                            .replace(".java", "")
                            .replace('/', '.'))
                    .collect(Collectors.toSet());

            assertThat(table().keySet())
                    .as("each class that reads from outside has a line in %s", TABLE)
                    .containsExactlyInAnyOrderElementsOf(parsers);
        }
    }

    @Test
    void everyTargetIsThereAndComesToItsParsers() throws IOException {
        var targets = FuzzTarget.all().stream().map(FuzzTarget::toString).collect(Collectors.toSet());
        var named = table().entrySet().stream()
                .filter(it -> !it.getValue().equals(ROUTES) && !it.getValue().startsWith("none: "))
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
        assertThat(targets).as("targets of the table").containsAll(named.keySet());

        var classes = new ClassFileImporter().importPaths("target/classes/org", "target/test-classes/org");
        var soft = new SoftAssertions();
        named.forEach((target, parsers) ->
                soft.assertThat(reached(classes.get(target))).as(target).containsAll(parsers));
        soft.assertAll();
    }

    /// Names of all classes of ours that it uses, and those use, and so on.
    private static Set<String> reached(JavaClass from) {
        var found = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            Objects.requireNonNull(next.poll()).getDirectDependenciesFromSelf().stream()
                    .map(it -> it.getTargetClass())
                    .filter(it -> it.getName().startsWith("org.linli.") && found.add(it.getName()))
                    .forEach(next::add);
        }
        return found.stream().map(it -> it.replaceAll("\\$.*", "")).collect(Collectors.toSet());
    }

    private static boolean isMarked(Path source) {
        try {
            return MARK.matcher(Files.readString(source)).find();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> table() throws IOException {
        var table = new TreeMap<String, String>();
        Files.readAllLines(TABLE).stream().skip(1).map(it -> it.split(",", 2)).forEach(it -> table.put(it[0], it[1]));
        return table;
    }
}
