package org.linli.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.linli.Shows;
import org.linli.understanding.opennlp.SmallExamples;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.test.StepVerifier;

@ExtendWith(OutputCaptureExtension.class)
class LearntIntentsTest {

    private final AlsoLearnt also = new AlsoLearnt();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeExamples() throws IOException {
        for (Map.Entry<String, String> it : SmallExamples.files().entrySet()) {
            write(it.getKey(), it.getValue());
        }
    }

    @Test
    void aMessageIsUnderstoodWithItsPlace() {
        var understood = new UnderstandByExamples(started(), trial(), note())
                .understand("3栋电梯不动了", false, LocalDateTime.parse("2026-06-10T15:00"));

        assertThat(understood.intent()).isEqualTo(new Intent("report.elevator"));
        assertThat(understood.entities().building()).isEqualTo("3");
        assertThat(understood.ranking().getFirst().confidence()).isEqualTo(understood.confidence());
    }

    @Test
    void theSecondStartReadsWhatTheFirstHasLearnt(CapturedOutput log) {
        started();
        started();

        assertThat(log.getOut().split("Learnt 30 examples", -1)).hasSize(2);
    }

    @Test
    void aStoredModelThatIsDamagedIsLearntAgain() throws IOException {
        started();
        try (var stored = Files.list(folder.resolve("models"))) {
            Files.writeString(stored.findFirst().orElseThrow(), "damaged");
        }

        assertThat(first(started(), "电梯停了")).isEqualTo("report.elevator");
    }

    @Test
    void aChangedFileIsInUseWithoutARestart() throws IOException {
        var intents = started();
        write("report/noise.yml", SmallExamples.file("report.noise", List.of("太吵了", "吵死了", "装修吵人", "广场舞声音大", "电钻吵")));

        new RefreshIntents(intents, note())
                .round()
                .as(StepVerifier::create)
                .expectNext(1)
                .verifyComplete();
        new RefreshIntents(intents, note())
                .round()
                .as(StepVerifier::create)
                .expectNext(0)
                .verifyComplete();

        assertThat(first(intents, "楼上太吵了")).isEqualTo("report.noise");
    }

    @Shows("words, examples or a workflow are broken by an edit")
    @Test
    void whatIsLaidOverTheFilesIsInUseWithoutARestartAndUnlearntWithoutIt() {
        var intents = started();

        also.lay(LearntIntentsTest::withNoise);
        assertThat(intents.refresh()).isTrue();
        assertThat(intents.refresh()).isFalse();
        assertThat(first(intents, "楼上太吵了")).isEqualTo("report.noise");
        assertThat(folder.resolve("intents/report/noise.yml")).doesNotExist();

        also.lay(UnaryOperator.identity());
        assertThat(intents.refresh()).isTrue();
        assertThat(first(intents, "楼上太吵了")).isNotEqualTo("report.noise");
    }

    /// As in an image, whose own models are read and nothing is written beside them. Whoever is root may write
    /// everywhere, so a file takes the place of the folder.
    @Test
    void whatIsLearntIsKeptWhereTheCacheCannotBeWritten(CapturedOutput log) throws IOException {
        Path cache = Files.writeString(folder.resolve("a-file"), "no folder");
        for (int start = 0; start < 2; start++) {
            var intents = new LearntIntents(properties(cache), also, Clock.systemUTC());
            intents.start();
            assertThat(first(intents, "电梯停了")).isEqualTo("report.elevator");
        }

        assertThat(log.getOut().split("Learnt 30 examples", -1)).hasSize(2);
        assertThat(log.getOut()).doesNotContain("The model is not kept");
    }

    @Test
    void aBrokenFileLeavesTheOldModelAndIsNamedOnce(CapturedOutput log) throws IOException {
        var intents = started();
        write("report/water.yml", "version: \"3.1\"\nnlu:\n  - intend: report.water\n");

        assertThat(intents.refresh()).isFalse();
        assertThat(intents.refresh()).isFalse();

        assertThat(first(intents, "家里停水了")).isEqualTo("report.water");
        assertThat(log.getOut().split("report/water.yml:3: unknown key 'intend'", -1))
                .hasSize(2);
    }

    @Test
    void aStartWithBrokenFilesUsesTheModelOfTheLastStart() throws IOException {
        started();
        write("report/water.yml", "nonsense");

        assertThat(first(started(), "家里停水了")).isEqualTo("report.water");
    }

    @Test
    void aFileInAnotherEncodingIsNamedOnceAndChangesNothing(CapturedOutput log) throws IOException {
        var intents = started();
        Files.write(folder.resolve("intents/report/water.yml"), "停水了，楼上楼下都没有水".getBytes("GBK"));

        assertThat(intents.refresh()).isFalse();
        assertThat(intents.refresh()).isFalse();

        assertThat(first(intents, "家里停水了")).isEqualTo("report.water");
        assertThat(log.getOut().split("water.yml' is not in UTF-8", -1)).hasSize(2);
    }

    @Test
    void aFirstStartWithBrokenFilesSaysWhere() throws IOException {
        write("report/water.yml", "nonsense");

        assertThatThrownBy(this::started)
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("report/water.yml:1: expected the keys 'version' and 'nlu'");
    }

    private static SortedMap<String, String> withNoise(SortedMap<String, String> files) {
        var more = new TreeMap<>(files);
        more.put(
                "report/noise.yml", SmallExamples.file("report.noise", List.of("太吵了", "吵死了", "装修吵人", "广场舞声音大", "电钻吵")));
        return more;
    }

    private Trial trial() {
        return new Trial(properties(), Clock.systemUTC());
    }

    private UnderstandingProperties properties() {
        return properties(folder.resolve("models"));
    }

    private UnderstandingProperties properties(Path cache) {
        return new UnderstandingProperties(folder.resolve("intents").toString(), cache, folder.resolve("learnt"));
    }

    private LearntIntents started() {
        var intents = new LearntIntents(properties(), also, Clock.systemUTC());
        intents.start();
        return intents;
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve("intents").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String first(LearntIntents intents, String said) {
        return intents.model().rank(said, false).getFirst().intent().label();
    }

    private static NoteUnderstood note() {
        return new NoteUnderstood(new SimpleMeterRegistry());
    }
}
