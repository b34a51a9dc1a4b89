package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.deploy.Requirement.State;

/// `deploy/security/asvs.csv` has a line for each requirement of OWASP ASVS 5.0.0, levels 1 and 2, whose evidence is
/// there; `ASVS.md` counts and sums up what it says.
class AsvsTest {

    /// Of each section the levels of its requirements, in their order. Those of level 3 come last and are not here.
    private static final String SECTIONS = """
            1.1 22, 1.2 111112222, 1.3 11222222222, 1.4 222, 1.5 12,
            2.1 122, 2.2 112, 2.3 1222, 2.4 2,
            3.2 11, 3.3 1222, 3.4 112222, 3.5 11122, 3.7 22,
            4.1 122, 4.2 2, 4.3 22, 4.4 1222,
            5.1 2, 5.2 112, 5.3 11, 5.4 222,
            6.1 122, 6.2 111111112222, 6.3 1122, 6.4 1122, 6.5 22222, 6.6 222, 6.8 2222,
            7.1 222, 7.2 1111, 7.3 22, 7.4 11222, 7.5 22, 7.6 22,
            8.1 12, 8.2 112, 8.3 1, 8.4 2,
            9.1 111, 9.2 1222,
            10.1 22, 10.2 22, 10.3 2222, 10.4 11111222222, 10.5 22222, 10.6 22, 10.7 222,
            11.1 22, 11.2 222, 11.3 112, 11.4 1222, 11.5 2, 11.6 2,
            12.1 122, 12.2 11, 12.3 2222,
            13.1 2, 13.2 22222, 13.3 22, 13.4 12222,
            14.1 22, 14.2 1222, 14.3 122,
            15.1 122, 15.2 122, 15.3 1222222,
            16.1 2, 16.2 22222, 16.3 2222, 16.4 222, 16.5 222,
            17.1 2, 17.2 2222, 17.3 22""";

    private static final Path FOLDER = Requirement.LIST.resolveSibling("");
    private static final Path PAGE = FOLDER.resolve("ASVS.md");
    private static final List<Path> SOURCES = List.of(Path.of("src/test/java"), Path.of("src/main/java"));
    private static final Pattern ID = Pattern.compile("V\\d+\\.\\d+\\.\\d+");

    private List<Requirement> list;

    @BeforeEach
    void read() throws IOException {
        list = Requirement.all();
    }

    @Test
    void eachRequirementHasOneLineInOrder() {
        var standard =
                Stream.of(SECTIONS.split(",\\s+")).flatMap(AsvsTest::section).toList();

        assertThat(standard).hasSize(253);
        assertThat(list).extracting(it -> it.id() + " " + it.level()).containsExactlyElementsOf(standard);
    }

    private static Stream<String> section(String text) {
        String[] parts = text.split(" ");
        return IntStream.range(0, parts[1].length())
                .mapToObj(i -> "V%s.%d %s".formatted(parts[0], i + 1, parts[1].charAt(i)));
    }

    @Test
    void eachSaysWhatItIsAboutAndHowWeStand() {
        assertThat(list).allSatisfy(it -> {
            assertThat(it.about()).as(it.id()).isNotBlank();
            assertThat(it.how()).as(it.id()).isNotBlank();
        });
    }

    @Test
    void whatIsMetOrLeftToOthersHasEvidence() {
        assertThat(list)
                .filteredOn(
                        it -> Set.of(State.MET, State.PARTLY, State.ELSEWHERE).contains(it.state()))
                .allSatisfy(it -> assertThat(it.evidence()).as(it.id()).isNotBlank());
    }

    @Test
    void allEvidenceIsThere() throws IOException {
        var classes = classes();
        var decisions = decisions();

        assertThat(list).allSatisfy(requirement -> {
            assertThat(requirement.decisions()).as(requirement.id()).isSubsetOf(decisions);
            assertThat(requirement.things()).as(requirement.id()).allMatch(it -> classes.contains(it) || isFile(it));
        });
    }

    private static boolean isFile(String name) {
        return Files.isRegularFile(Path.of(name)) || Files.isRegularFile(FOLDER.resolve(name));
    }

    @Test
    void thePageCountsWhatTheListSays() throws IOException {
        var counted = list.stream().collect(Collectors.groupingBy(Requirement::chapter));
        counted.put("all", list);
        var rows = rows();

        assertThat(counted)
                .allSatisfy((chapter, those) -> assertThat(rows)
                        .filteredOn(it -> it.matches("\\| %s[ |].*".formatted(chapter)))
                        .singleElement()
                        .asString()
                        .endsWith(counts(those)));
    }

    /// As the page has it: ` | 1 | 0 | 0 | 0 | 9 |`.
    private static String counts(List<Requirement> those) {
        Map<State, Long> by = those.stream().collect(Collectors.groupingBy(Requirement::state, Collectors.counting()));
        return Stream.of(State.values())
                .map(it -> by.getOrDefault(it, 0L).toString())
                .collect(Collectors.joining(" | ", " | ", " |"));
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(it -> it.startsWith("| "))
                .toList();
    }

    @Test
    void thePageNamesOnceWhatIsMissingOrMetInPart() throws IOException {
        var named = ID.matcher(Files.readString(PAGE)).results().map(it -> it.group());

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(list.stream()
                        .filter(it -> it.state().lacks())
                        .map(Requirement::id)
                        .toList());
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

    private static Set<String> decisions() throws IOException {
        try (var files = Files.list(Path.of("src/adr"))) {
            return files.map(it -> it.getFileName().toString().substring(0, 4)).collect(Collectors.toSet());
        }
    }
}
