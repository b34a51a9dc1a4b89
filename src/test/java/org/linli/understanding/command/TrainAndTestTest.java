package org.linli.understanding.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.understanding.examples.BrokenExamples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainAndTestTest {

    private static final String SEEN = """
            lamp\tswitch on the lamp
            lamp\tturn the light on
            lamp\tmake it dark, lights off
            lamp\tdim the kitchen lamp
            song\tplay some music
            song\tplay the next song
            song\tstop that music
            song\tlouder music please
            oos\twho won the war
            oos\tmy cat is hungry
            oos\twhat is two plus two
            oos\tknit me a sweater
            """;

    @TempDir
    private Path folder;

    @Test
    void anotherFileIsGuessedAndTheReportSaysHowWell() throws IOException {
        String said = said(
                "--train", file("a.tsv", SEEN),
                "--test",
                        file("b.tsv", "lamp\tdim the kitchen lamp\tmore\nsong\tplay music\noos\tthe war of two cats\n"),
                "--out-of-scope", "oos",
                "--report", folder.toString());

        assertThat(said).contains("accuracy", "out of scope, recall");
        assertThat(json("intent_report.json").at("/lamp/recall").asDouble()).isEqualTo(1);
        assertThat(json("intent_summary.json")
                        .at("/out_of_scope/in_scope_accuracy")
                        .isNumber())
                .isTrue();
        assertThat(Files.readString(folder.resolve("intent_confusion_matrix.csv")))
                .startsWith("label,");
        assertThat(Files.readAllLines(folder.resolve("intent_predictions.tsv"))).hasSize(3);
        assertThat(Files.readAllLines(folder.resolve("intent_calibration.csv")).getFirst())
                .isEqualTo("from,to,guesses,right,mean confidence,accuracy");
        assertThat(Files.readAllLines(folder.resolve("intent_rejection.csv")))
                .startsWith("threshold,wrongly taken up,worthy taken up,rightly understood,emergencies")
                .hasSize(15)
                .last()
                .asString()
                .startsWith("0.0,1.0,1.0,");
        for (String picture : List.of("histogram", "confusion_matrix", "calibration", "rejection")) {
            assertThat(ImageIO.read(folder.resolve("intent_" + picture + ".png").toFile()))
                    .as(picture)
                    .isNotNull()
                    .satisfies(it -> assertThat(it.getWidth()).isGreaterThan(300));
        }
    }

    @Test
    void aLabelThatNobodyHasTaughtCanBeTheAnswerForStrangers() throws IOException {
        var orders = new StringBuilder();
        for (String room : List.of("kitchen", "bedroom", "desk", "hall")) {
            List.of("switch on", "turn off", "dim")
                    .forEach(it -> orders.append("lamp\t%s the %s lamp%n".formatted(it, room)));
            List.of("play", "stop", "skip").forEach(it -> orders.append("song\t%s my %s music%n".formatted(it, room)));
        }
        said(
                "--train", file("a.tsv", orders.toString()),
                "--test", file("b.tsv", "oos\twhy?\nsong\tplay my hall music\n"),
                "--out-of-scope", "oos",
                "--report", folder.toString());

        assertThat(json("intent_report.json").at("/oos/recall").asDouble()).isEqualTo(1);
        assertThat(json("intent_report.json").at("/song/recall").asDouble()).isEqualTo(1);
    }

    @Test
    void rasasFilesAreReadInBothTheirForms() throws IOException {
        String rasa = """
                version: "3.1"
                nlu:
                  - synonym: lamp
                    examples: |
                      - light
                  - intent: lamp
                    examples: |
                      - switch on the [lamp](thing)
                      - lights off
                  - intent: song
                    examples:
                      - text: |
                          - play music
                      - text: stop the music
                """;

        assertThat(said("--train", file("a.yml", rasa), "--test", file("b.yml", rasa)))
                .contains("lamp", "examples 4");
    }

    @Test
    void theSameReportTwiceIsNoBetter() throws IOException {
        said("--train", file("a.tsv", SEEN), "--test", file("b.tsv", SEEN), "--report", folder.toString());

        assertThat(run("compare", "--before", folder.toString(), "--after", folder.toString()))
                .contains("on 12 messages", "may be chance")
                .doesNotContain("group");
    }

    @Test
    void aPictureThatCannotBeDrawnIsNamedAndTheOthersAreThere() throws IOException {
        Files.createDirectories(folder.resolve("intent_histogram.png"));
        var err = new java.io.ByteArrayOutputStream();
        var guess = new Guess(
                new org.linli.understanding.examples.Example("lamp", "dim the lamp", "a", 1),
                List.of(new org.linli.understanding.Ranked(new org.linli.understanding.Intent("lamp"), 1)),
                List.of(new org.linli.understanding.Ranked(new org.linli.understanding.Intent("lamp"), 1)),
                0);

        new WriteReport(Report.of(List.of(guess)), "", new java.io.PrintStream(err)).into(folder);

        assertThat(err.toString()).contains("intent_histogram.png is missing").doesNotContain("calibration");
        assertThat(folder.resolve("intent_calibration.png")).isRegularFile();
    }

    @Test
    void emergenciesAreComparedByTheirDangerWhereBothReportsHaveIt() throws IOException {
        Path before = Files.createDirectories(folder.resolve("before"));
        Path after = Files.createDirectories(folder.resolve("after"));
        for (var it : List.of(before, after)) {
            double danger = it.equals(before) ? 0.2 : 0.95;
            Files.writeString(
                    it.resolve("intent_predictions.tsv"),
                    "emergency\temergency\t0.9\t着火了\tspeaks\t0.8\t%s\nchatter\tchatter\t0.9\t聊\tsilent\t0.1\t0.1\n"
                            .formatted(danger));
        }

        assertThat(run("compare", "--before", before.toString(), "--after", after.toString()))
                .contains("emergencies heard in every group 0.0000 before, 1.0000 after, on 1 messages");
    }

    @Test
    void ofOurLabelsAGroupsSilenceAndHearingAreComparedToo() throws IOException {
        Path before = Files.createDirectories(folder.resolve("before"));
        Path after = Files.createDirectories(folder.resolve("after"));
        var silent = new StringBuilder();
        var loud = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            silent.append("report.noise\treport.noise\t0.9\t吵%d\tsilent\nchatter\tchatter\t0.9\t聊%d\tsilent\n"
                    .formatted(i, i));
            loud.append("report.noise\treport.noise\t0.9\t吵%d\tspeaks\nchatter\tchatter\t0.9\t聊%d\t%s\n"
                    .formatted(i, i, i == 0 ? "speaks" : "silent"));
        }
        Files.writeString(before.resolve("intent_predictions.tsv"), silent);
        Files.writeString(after.resolve("intent_predictions.tsv"), loud);

        assertThat(run(
                        "compare",
                        "--before",
                        before.toString(),
                        "--after",
                        after.toString(),
                        "--report",
                        folder.toString()))
                .contains("accuracy 1.0000 before, 1.0000 after, on 18 messages")
                .contains("reports heard in a balanced group 0.0000 before, 1.0000 after, on 9 messages")
                .contains("chatter left alone there 1.0000 before, 0.8889 after, on 9 messages");
        assertThat(json("intent_comparison.json")
                        .at("/reports_heard_in_group/right_only_after")
                        .asInt())
                .isEqualTo(9);
    }

    @Test
    void eachFaultOfAFileIsNamedWithItsLine() {
        assertThatThrownBy(() -> said("--train", file("a.tsv", "lamp on\n\tno label\nlamp\t \n"), "--test", "b"))
                .isInstanceOf(BrokenExamples.class)
                .hasMessageContaining("a.tsv:1: no tab, expected a label, a tab and a text")
                .hasMessageContaining("a.tsv:2: no label before the tab")
                .hasMessageContaining("a.tsv:3: no text after the tab");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        var gbk = folder.resolve("gbk.tsv");
        Files.write(gbk, "lamp\t开灯".getBytes("GBK"));

        assertBroken(gbk.toString(), "gbk.tsv: not UTF-8");
        assertBroken(file("empty.tsv", "\n\n"), "empty.tsv: no examples");
        assertBroken(file("one.tsv", "lamp\ton\nlamp\toff\n"), "one.tsv: fewer than two labels to learn");
        assertBroken(folder.resolve("none.tsv").toString(), "none.tsv: no such file");
        assertBroken(file("odd.yml", "nlu: [\n"), "odd.yml:");
    }

    private void assertBroken(String file, String fault) {
        assertThatThrownBy(() -> said("--train", file, "--test", file))
                .isInstanceOf(BrokenExamples.class)
                .hasMessageContaining(fault);
    }

    private JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve(name)));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String said(String... options) throws IOException {
        var typed = new ArrayList<>(List.of("test"));
        typed.addAll(List.of(options));
        return run(typed.toArray(String[]::new));
    }

    private static String run(String... typed) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            new Intents(System.in, print).run(List.of(typed));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
