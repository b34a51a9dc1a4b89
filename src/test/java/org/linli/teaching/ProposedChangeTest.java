package org.linli.teaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.dialogue.Teachable.Cause;
import org.linli.masking.Masking;
import org.linli.platform.words.Folder;
import org.linli.understanding.Entities;
import org.linli.understanding.examples.Example;
import org.linli.understanding.examples.Examples;

/// What was taught, as a change that people can review and a tool can apply.
class ProposedChangeTest {

    private static final SortedMap<String, String> FILES = new TreeMap<>();

    static {
        FILES.put("chatter.yml", file("chatter", "哈哈", "早"));
        FILES.put("report/noise.yml", file("report.noise", "太吵了", "吵死了", "又在装修", "广场舞太响"));
    }

    @Test
    void aLessonGoesBehindTheLastExampleOfItsLabel() {
        var change = ProposedChange.of(FILES, List.of(lesson("楼上跳绳", "report.noise")));

        assertThat(change.files()).singleElement().satisfies(it -> {
            assertThat(it.path()).isEqualTo("report/noise.yml");
            assertThat(it.diff()).isEqualTo("""
                    @@ -6,3 +6,4 @@
                           - 吵死了
                           - 又在装修
                           - 广场舞太响
                    +      - 楼上跳绳
                    """);
        });
        assertThat(change.over(FILES).get("report/noise.yml")).endsWith("      - 广场舞太响\n      - 楼上跳绳\n");
        assertThat(change.over(FILES).get("chatter.yml")).isEqualTo(FILES.get("chatter.yml"));
    }

    @Test
    void whatIsThereAlreadyIsKnownAndTheSameTwiceIsOneLine() {
        var change = ProposedChange.of(
                FILES, List.of(lesson("早", "chatter"), lesson("晚安", "chatter"), lesson("晚安", "chatter")));

        assertThat(change.known()).extracting(Lesson::words).containsExactly("早");
        assertThat(change.added()).hasSize(2);
        assertThat(change.files().getFirst().added()).containsExactly("      - 晚安");
    }

    @Test
    void aLabelWithoutAFileStaysOut() {
        var change = ProposedChange.of(FILES, List.of(lesson("有龙", "report.dragons")));

        assertThat(change.isEmpty()).isTrue();
        assertThat(change.added()).isEmpty();
    }

    @Property(tries = 300)
    void whateverWasSaidIsOneExampleAfterwards(@ForAll String said) {
        String words = new Masking(List.of(), _ -> Entities.NONE).of(said);
        var change = ProposedChange.of(FILES, words.isBlank() ? List.of() : List.of(lesson(words, "report.noise")));
        var files = change.over(FILES);

        assertThat(Examples.read(files).all())
                .hasSize(6
                        + change.files().stream()
                                .mapToInt(it -> it.added().size())
                                .sum());
        assertThat(Examples.read(files).all()).extracting(Example::label).containsOnly("chatter", "report.noise");
    }

    @Test
    void thePatchOfOurOwnExamplesIsAppliedByGit(@TempDir Path folder) throws IOException, InterruptedException {
        var ours = new Folder("intents").readWhole(".yml");
        for (var it : ours.entrySet()) {
            Path file = folder.resolve("intents").resolve(it.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, it.getValue());
        }
        var taught = new ArrayList<Lesson>();
        for (String path : ours.keySet()) {
            taught.add(lesson("谁也没说过的一句话", path.replace(".yml", "").replace('/', '.')));
        }
        var change = ProposedChange.of(ours, taught);
        Path patch = folder.resolve("intents.patch");
        Files.writeString(patch, change.patch("intents"));

        assumeThat(applied(folder, patch)).as("git is installed").isNotEqualTo(127);

        assertThat(change.files()).hasSameSizeAs(ours.keySet());
        for (var it : change.over(ours).entrySet()) {
            assertThat(folder.resolve("intents").resolve(it.getKey())).hasContent(it.getValue());
        }
    }

    private static int applied(Path folder, Path patch) throws IOException, InterruptedException {
        var git = new ProcessBuilder("sh", "-c", "git apply " + patch.getFileName())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        var running = git.start();
        String told = new String(running.getInputStream().readAllBytes());
        int status = running.waitFor();
        assertThat(status).as(told).isIn(0, 127);
        return status;
    }

    private static Lesson lesson(String words, String label) {
        return new Lesson(words + label, words, false, "chatter", .4, null, Cause.UNSURE, Instant.EPOCH, label);
    }

    private static String file(String label, String... sentences) {
        return "version: \"3.1\"\nnlu:\n  - intent: " + label + "\n    examples: |\n      - "
                + String.join("\n      - ", sentences) + "\n";
    }
}
