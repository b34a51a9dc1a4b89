package org.linli.understanding.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    private static final String NOISE = """
            version: "3.1"
            nlu:
              - intent: report.noise
                examples: |
                  - 太吵了

                  - [3栋](building)半夜还在跳舞
            """;
    private static final String CHATTER = """
            version: "3.1"
            nlu:
              - intent: chatter
                examples: |
                  - 哈哈哈
                  - 太吵了
            """;

    @Test
    void eachExampleKnowsWhereItStands() {
        assertThat(read(NOISE).all())
                .filteredOn(it -> it.label().equals("report.noise"))
                .extracting(Example::text, Example::where)
                .containsExactly(tuple("太吵了", "report/noise.yml:5"), tuple("3栋半夜还在跳舞", "report/noise.yml:7"));
    }

    @Test
    void theSameSentenceUnderTwoLabelsIsAWarning() {
        assertThat(read(NOISE).warnings())
                .containsExactly("report/noise.yml:5: the same example is at chatter.yml:6 under 'chatter'");
    }

    @Test
    void aMistypedKeyIsNamedWithItsLine() {
        assertBroken(
                NOISE.replace("examples:", "exmples:"),
                "report/noise.yml:4: unknown key 'exmples', expected 'intent' or 'examples'");
    }

    @Test
    void anUnknownKeyAtTheTopIsNamedWithItsLine() {
        assertBroken(NOISE + "rules: []\n", "report/noise.yml:8: unknown key 'rules', expected 'version' or 'nlu'");
    }

    @Test
    void aLabelThatDoesNotMatchItsPathIsNamed() {
        assertBroken(
                NOISE.replace("report.noise", "report.nose"),
                "report/noise.yml:3: label 'report.nose', expected 'report.noise' as the file's path says");
    }

    @Test
    void anIntentWithoutExamplesIsNamed() {
        assertBroken(
                "version: \"3.1\"\nnlu:\n  - intent: report.noise\n    examples: |\n",
                "report/noise.yml:3: no examples, expected 'examples: |' and lines that begin with '- '");
    }

    @Test
    void anExampleWithoutItsDashIsNamed() {
        assertBroken(
                NOISE.replace("- 太吵了", "太吵了"),
                "report/noise.yml:5: found '太吵了', expected '- ' and what somebody might write");
    }

    @Test
    void whatIsNoYamlIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("version: \"3.1\"\nnlu: [\n"))
                .isInstanceOf(BrokenExamples.class)
                .hasMessage("report/noise.yml:3: column 1: a bracket that does not close, or a comma is missing in it");
    }

    @Test
    void tabsInPlaceOfSpacesAreNamedWithTheirLine() {
        assertThatThrownBy(
                        () -> read("version: \"3.1\"\nnlu:\n\t- intent: report.noise\n\t  examples: |\n\t    - 太吵了\n"))
                .isInstanceOf(BrokenExamples.class)
                .hasMessage("report/noise.yml:3: column 1: a tab (expected: spaces)");
    }

    @Test
    void tabsWithinAnExampleAreSpaces() {
        assertThat(read(NOISE.replaceFirst("(?m)^( +)- (?!intent)", "$1-\t")).all())
                .extracting(Example::text)
                .isEqualTo(read(NOISE).all().stream().map(Example::text).toList());
    }

    @Test
    void noExamplesAtAllAreABrokenFolder() {
        assertThatThrownBy(() -> Examples.read(new TreeMap<>()))
                .isInstanceOf(BrokenExamples.class)
                .hasMessageContaining("fewer than two labels found");
    }

    @Test
    void anEmptyFileIsNamed() {
        assertBroken("", "report/noise.yml:1: expected the keys 'version' and 'nlu'");
    }

    @Test
    void anOldVersionIsNamed() {
        assertBroken(NOISE.replace("3.1", "2.0"), "report/noise.yml:1: version '2.0', expected \"3.1\"");
    }

    @Test
    void allBrokenFilesAreNamedTogether() {
        var files = new TreeMap<>(Map.of("chatter.yml", "nlu: 1", "report/noise.yml", "x: 1"));

        assertThatThrownBy(() -> Examples.read(files))
                .isInstanceOfSatisfying(
                        BrokenExamples.class, it -> assertThat(it.faults()).hasSize(2));
    }

    @Test
    void thePrintChangesWithTheContentOnly() {
        var files = new TreeMap<>(Map.of("chatter.yml", CHATTER));
        String before = Examples.print(files);

        assertThat(Examples.print(new TreeMap<>(files))).isEqualTo(before);
        files.put("chatter.yml", CHATTER + "      - 呵呵\n");
        assertThat(Examples.print(files)).isNotEqualTo(before);
    }

    private static void assertBroken(String noise, String message) {
        assertThatThrownBy(() -> read(noise)).isInstanceOf(BrokenExamples.class).hasMessage(message);
    }

    private static Examples read(String noise) {
        return Examples.read(new TreeMap<>(Map.of("report/noise.yml", noise, "chatter.yml", CHATTER)));
    }
}
