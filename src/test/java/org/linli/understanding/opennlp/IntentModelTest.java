package org.linli.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.examples.Examples;

class IntentModelTest {

    private static final StoredMind LEARNT = learn();
    private static final IntentModel MODEL = new IntentModel(LEARNT);

    @Test
    void whatWasNotAmongTheExamplesIsUnderstood() {
        assertThat(first("5号楼的电梯怎么又不动了")).isEqualTo("report.elevator");
        assertThat(first("我家厨房没水")).isEqualTo("report.water");
        assertThat(first("哈哈哈哈 周末去爬山")).isEqualTo("chatter");
    }

    @Test
    void aTypoThatSoundsTheSameIsUnderstood() {
        assertThat(first("垫题坏乐")).isEqualTo("report.elevator");
    }

    @Test
    void amongNeighboursWeAreLessSure() {
        var report = new Intent("report.elevator");

        assertThat(confidence("电梯团购吗", report, true)).isLessThan(confidence("电梯坏了", report, true));
    }

    @Test
    void aStoredModelIsTheSame() throws IOException {
        var read = IntentModel.read(new ByteArrayInputStream(stored(LEARNT)));

        assertThat(read.rank("电梯停了", true)).isEqualTo(MODEL.rank("电梯停了", true));
        assertThat(read.rank("垫梯停乐", true)).isEqualTo(MODEL.rank("垫梯停乐", true));
    }

    @Test
    void aPartOfAStoredModelIsNoModel() throws IOException {
        byte[] whole = stored(LEARNT);

        for (int length = 0; length < whole.length; length += whole.length / 23) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> IntentModel.read(new ByteArrayInputStream(part)))
                    .isInstanceOf(IOException.class);
        }
        whole[whole.length / 2] ^= 1;
        assertThatThrownBy(() -> IntentModel.read(new ByteArrayInputStream(whole)))
                .hasMessage("the model is damaged");
    }

    @Test
    void megabytesOfTextAreRankedAtOnce() {
        String endless = "楼上漏水了，快来看看！".repeat(500_000);

        assertTimeout(Duration.ofMillis(500), () -> assertRanked(MODEL.rank(endless, true)));
    }

    /// The ear of one message hears the next one.
    @Test
    void whatWasSaidBeforeChangesNothing() {
        var fresh = MODEL.judge("厨房漏水了", true);
        MODEL.judge("3栋电梯又坏了没人管, dianti里全是水, 水管爆了. ".repeat(20), true);

        assertThat(MODEL.judge("厨房漏水了", true)).isEqualTo(fresh);
    }

    @Test
    void trainingTwiceGivesTheSame() {
        assertThat(new IntentModel(learn()).rank("水管又爆了", false)).isEqualTo(MODEL.rank("水管又爆了", false));
    }

    @Property(tries = 300)
    void anyTextIsRanked(@ForAll String odd, @ForAll boolean group) {
        assertRanked(MODEL.rank(odd, group));
        assertThat(MODEL.rank(odd, group)).isEqualTo(MODEL.rank(odd, group));
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void oddTextsAreRanked(String odd) {
        assertRanked(MODEL.rank(odd, true));
    }

    static List<String> oddities() {
        return List.of(
                "",
                " ",
                "😀🏠",
                "\u202e停水\u202c",
                "\u200b\u200d\ufeff",
                "\ud800",
                "吵".repeat(10_000),
                "<script>",
                "'; drop table cases; --",
                "\0");
    }

    private static void assertRanked(List<Ranked> ranking) {
        assertThat(ranking).hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
        assertThat(ranking.stream().mapToDouble(Ranked::confidence).sum()).isCloseTo(1, offset(1e-4));
    }

    private static String first(String said) {
        return MODEL.rank(said, false).getFirst().intent().label();
    }

    private static double confidence(String said, Intent intent, boolean group) {
        return MODEL.rank(said, group).stream()
                .filter(it -> it.intent().equals(intent))
                .findFirst()
                .orElseThrow()
                .confidence();
    }

    private static StoredMind learn() {
        try {
            return new Training(Examples.read(SmallExamples.files()).all(), Scope.NEIGHBOURS, _ -> {}).run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] stored(StoredMind mind) throws IOException {
        var stored = new ByteArrayOutputStream();
        mind.write(stored);
        return stored.toByteArray();
    }
}
