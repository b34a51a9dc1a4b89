package org.linli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What most people say, in the shortest words, none of which is an example: however much is learnt of what is rare and
/// hard, this is understood.
class OrdinarySentencesTest extends RealTalks {

    private record Line(String label, String words) {}

    @Test
    void theirLabelsAreRight() throws IOException {
        var lines = lines(it -> !it.label().equals("chatter"));
        var wrong = lines.stream()
                .filter(it -> !wanted(it.words()).equals(it.label()))
                .toList();

        assertThat(wrong).hasSizeLessThanOrEqualTo(lines.size() / 50);
    }

    @ParameterizedTest
    @MethodSource("emergencies")
    void eachCryForHelpIsHeard(String words) {
        told(Talking.stranger(), words).hears("emergency");
    }

    @Test
    void neighboursWhoReportAreHeardUnasked() throws IOException {
        var lines = lines(it -> it.label().startsWith("report."));
        var unheard = lines.stream()
                .filter(it -> told(Talking.inGroup(Neighbourhood.OF_GRID), it.words())
                        .heard()
                        .isEmpty())
                .toList();

        assertThat(unheard).hasSizeLessThanOrEqualTo(lines.size() / 10);
    }

    @Test
    void whatIsNoneOfOurBusinessIsNotAnswered() throws IOException {
        assertThat(lines(it -> it.label().equals("chatter")))
                .allSatisfy(it -> assertThat(told(Talking.inGroup(Neighbourhood.OF_GRID), it.words())
                                .heard())
                        .isEmpty());
    }

    private String wanted(String words) {
        return understand
                .wanted(words, false, LocalDateTime.of(2026, 6, 10, 9, 0))
                .intent()
                .label();
    }

    static List<String> emergencies() throws IOException {
        return lines(it -> it.label().equals("emergency")).stream()
                .map(Line::words)
                .toList();
    }

    private static List<Line> lines(Predicate<Line> which) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/understanding/ordinary.tsv")).stream()
                .map(it -> it.split("\t"))
                .map(it -> new Line(it[0], it[1]))
                .filter(which)
                .toList();
    }
}
