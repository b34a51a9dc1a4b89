package org.linli.understanding.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.console.WrongArguments;
import org.linli.understanding.opennlp.SmallExamples;
import tools.jackson.databind.json.JsonMapper;

class IntentsTest {

    @TempDir
    private Path folder;

    @Test
    void entitiesAreOneObjectALine() throws IOException {
        assertThat(said("3栋2单元漏水\n你好\n", "entities", "--now", "2026-06-10T15:00"))
                .isEqualTo("""
                        {"text":"3栋2单元漏水","building":"3","unit":"2","room":null,"floor":null,"phone":null,"time":null,"plate":null,"amount":null}
                        {"text":"你好","building":null,"unit":null,"room":null,"floor":null,"phone":null,"time":null,"plate":null,"amount":null}
                        """);
    }

    @Test
    void aTestPrintsATableAndWritesWhatRasaWrites() throws IOException {
        writeExamples();
        String table = said("", "test", "--data", folder.toString(), "--folds", "2", "--report", folder.toString());
        var report = JsonMapper.shared().readTree(Files.readString(folder.resolve("intent_report.json")));

        assertThat(table).contains("report.elevator", "accuracy", "macro F1");
        assertThat(report.at("/chatter/support").asInt()).isEqualTo(10);
        assertThat(report.at("/macro avg/f1-score").isNumber()).isTrue();
        assertThat(folder.resolve("intent_errors.json")).exists();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    '',                            'intents test, compare, check, learn, classify or entities expected, found ''nothing''; see: intents -h'
                    guess,                         'intents test, compare, check, learn, classify or entities expected, found ''guess''; see: intents -h'
                    entities --when,               'unknown argument ''--when'', see: intents -h'
                    entities --now,                '''--now'' needs a value, see: intents -h'
                    entities --now noon,           '--now ''noon'', expected a local time like 2026-06-10T15:00'
                    test --folds one,              '--folds ''one'', expected a number from 2 to 50'
                    test --train a.tsv,            '--train and --test go together, see: intents -h'
                    test --out-of-scope oos,       '--out-of-scope goes with --train and --test, see: intents -h'
                    test --folds 3 --train a --test b, 'either --data with --folds or --train with --test, see: intents -h'
                    compare --before a,            '--before and --after name the folders of two reports, see: intents -h'
                    classify --data no-such-place, '--data ''no-such-place'' is not a folder'
                    """)
    void aWrongCallIsExplainedInOneLine(String typed, String explanation) {
        String[] words = typed.isEmpty() ? new String[0] : typed.split(" ");

        assertThatThrownBy(() -> said("", words))
                .isInstanceOf(WrongArguments.class)
                .hasMessage(explanation);
    }

    @Test
    void whatIsLearntIsKeptAndNotLearntAgain() throws IOException {
        writeExamples();
        var into = folder.resolve("models");
        String[] typed = {"learn", "--data", folder.toString(), "--into", into.toString()};

        assertThat(said("", typed)).isEmpty();
        var node =
                Files.readAttributes(onlyFile(into), BasicFileAttributes.class).fileKey();
        assertThat(said("", typed)).isEmpty();

        assertThat(onlyFile(into)).isNotEmptyFile();
        assertThat(Files.readAttributes(onlyFile(into), BasicFileAttributes.class)
                        .fileKey())
                .as("a model that was written again is another file")
                .isEqualTo(node);
    }

    /// Whoever is root may write everywhere, so a file takes the place of the folder.
    @Test
    void whatCannotBeKeptIsSaidInOneLine() throws IOException {
        writeExamples();
        Path into = Files.writeString(folder.resolve("a-file"), "no folder");

        assertThatThrownBy(() -> said("", "learn", "--data", folder.toString(), "--into", into.toString()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("what was learnt cannot be kept in " + into)
                .hasMessageNotContaining("\n");
    }

    @Test
    void helpSaysHow() throws IOException {
        assertThat(said("", "-h")).startsWith("usage: java -jar linli.jar intents test");
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.reduce((one, other) -> Assertions.fail("%s beside %s", other, one))
                    .orElseThrow();
        }
    }

    private static String said(String lines, String... typed) throws IOException {
        var out = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            new Intents(in, print).run(List.of(typed));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private void writeExamples() throws IOException {
        for (Map.Entry<String, String> it : SmallExamples.files().entrySet()) {
            var file = folder.resolve(it.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, it.getValue());
        }
    }
}
