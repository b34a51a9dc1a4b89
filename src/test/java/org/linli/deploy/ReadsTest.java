package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// For each page on which staff reads something, `reads.csv` says by which call programs read it: an operation of the
/// OpenAPI document, or `none:` and why, or `missing`.
class ReadsTest {

    private static final Path READS = Path.of("deploy/security/reads.csv");
    private static final Path ROUTES = Path.of("deploy/security/routes.csv");
    private static final Path DOCUMENT = Path.of("templates/api/openapi.yaml");

    /// Whose pages have nothing that belongs to staff.
    private static final Set<String> NOT_STAFF = Set.of("anybody", "link", "key");

    /// May fall, never rise: whoever shows something on a page adds its call.
    private static final int MISSING = 0;

    private record Read(String page, String call) {

        /// A path may hold commas; what follows does not.
        static Read of(String line) {
            int call = line.lastIndexOf(',');
            return new Read(line.substring(0, call).replace("\"", ""), line.substring(call + 1));
        }
    }

    @Test
    void everyPageOfStaffSaysByWhichCallItIsRead() throws IOException {
        assertThat(reads().stream().map(Read::page)).containsExactlyInAnyOrderElementsOf(pagesOfStaff());
    }

    @Test
    void everyCallIsInTheDocument() throws IOException {
        var calls = reads().stream().map(Read::call).toList();

        assertThat(calls.stream().filter(it -> it.contains("/api/")))
                .isNotEmpty()
                .allMatch(operations()::contains);
        assertThat(calls.stream().filter(it -> !it.contains("/api/")))
                .allMatch(it -> it.equals("missing") || it.matches("none: .+"));
    }

    /// The place is one of a building's page; where a page begins, each says in its own word.
    @Test
    void whatTheDesksListIsNarrowedByTheCallKnowsToo() throws Exception {
        var asked = Stream.of(Class.forName("org.linli.cases.web.DeskAsked").getRecordComponents())
                .map(it -> it.getName().equals("after") ? "cursor" : it.getName());

        assertThat(new DocumentedFields(document()).byRoute().get("GET /api/v1/cases"))
                .contains("place")
                .containsAll(asked.toList());
    }

    @Test
    void fewerAndFewerAreMissing() throws IOException {
        assertThat(reads().stream().filter(it -> it.call().equals("missing"))).hasSize(MISSING);
    }

    private static List<Read> reads() throws IOException {
        return Files.readAllLines(READS).stream().skip(1).map(Read::of).toList();
    }

    private static Set<String> pagesOfStaff() throws IOException {
        return Files.readAllLines(ROUTES).stream()
                .skip(1)
                .flatMap(ReadsTest::pageOfStaff)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> pageOfStaff(String line) {
        int who = line.lastIndexOf(',');
        int method = line.lastIndexOf(',', who - 1);
        return line.substring(method + 1, who).equals("GET") && !NOT_STAFF.contains(line.substring(who + 1))
                ? Stream.of(line.substring(0, method).replace("\"", ""))
                : Stream.empty();
    }

    private static JsonNode document() throws IOException {
        return new YAMLMapper().readTree(Files.readString(DOCUMENT));
    }

    private static Set<String> operations() throws IOException {
        return document().path("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toSet());
    }
}
