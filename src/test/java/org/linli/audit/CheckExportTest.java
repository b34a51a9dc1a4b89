package org.linli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.platform.console.WrongArguments;
import org.linli.platform.database.CommunityId;

/// Whoever holds an exported trail finds out by themselves whether it is as it was written.
class CheckExportTest {

    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00.123456Z");

    private final List<String> lines = chained("one", "两", "three");

    @TempDir
    Path folder;

    @Test
    void whatIsAsItWasWrittenIsProven() {
        assertThat(check(null)).isEqualTo(new CheckExport.Sound(3, 0, hash(2)));
        assertThat(check(hash(1)).proven()).isEqualTo(3);
    }

    @Test
    void whatIsNotChainedYetIsCounted() {
        lines.add(ExportedLine.write(new Chained(0, "", entry(4, "four"))));

        assertThat(check(null).waiting()).isOne();
        lines.add(lines.get(1));
        assertBroken(null, "line 5");
    }

    @Test
    void aLineThatWasChangedTakenOutOrMovedIsNamed() {
        var changes = Map.of(
                "chen", "xu", "CASE", "LOOKED", "lm", "ln", "01:00:00", "01:00:01", "两", "二", "\"id\":2", "\"id\":9");
        changes.forEach((was, now) -> {
            var changed = new ArrayList<>(lines);
            changed.set(1, lines.get(1).replace(was, now));
            assertThatThrownBy(() -> new CheckExport(null).check(changed.iterator()))
                    .as(was)
                    .isInstanceOf(BrokenTrail.class)
                    .hasMessageContaining("line 2");
        });
        lines.remove(1);
        assertBroken(null, "line 2");
        lines.removeFirst();
        assertBroken(null, "line 1");
    }

    @Test
    void whatWasCutOffIsFoundByAHashThatSomebodyWroteDown() {
        String last = hash(2);
        lines.removeLast();

        assertThat(check(null).proven()).isEqualTo(2);
        assertBroken(last, "is not in the chain of 2 lines");
    }

    @Test
    void whatIsNoTrailIsSaidSo() {
        for (String odd : List.of("", "{}", "no json", "[1]", "{\"community\":\"lm\",\"at\":\"soon\"}")) {
            assertThatThrownBy(() -> new CheckExport(null).check(List.of(odd).iterator()))
                    .as(odd)
                    .isInstanceOf(BrokenTrail.class)
                    .hasMessageContaining("line 1");
        }
    }

    @Test
    void itIsAskedAtTheCommandLine() throws IOException {
        var file = Files.writeString(folder.resolve("audit.jsonl"), String.join("", lines));

        assertThat(typed("verify", file.toString(), "--head", hash(0))).contains("\"proven\":3", hash(2));
        assertThat(typed("-h")).contains("audit verify FILE");
        assertThatThrownBy(() -> typed("verify", "nowhere")).isInstanceOf(WrongArguments.class);
        assertThatThrownBy(() -> typed("prove")).isInstanceOf(WrongArguments.class);
    }

    private static String typed(String... words) throws IOException {
        var out = new ByteArrayOutputStream();
        AuditCommand.run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private CheckExport.Sound check(@Nullable String known) {
        return new CheckExport(known).check(lines.iterator());
    }

    private void assertBroken(@Nullable String known, String message) {
        assertThatThrownBy(() -> check(known)).isInstanceOf(BrokenTrail.class).hasMessageContaining(message);
    }

    private String hash(int at) {
        return ExportedLine.read(lines.get(at), at).hash();
    }

    private static List<String> chained(String... about) {
        var lines = new ArrayList<String>();
        String hash = Entry.BEGINNING;
        for (String it : about) {
            var entry = entry(lines.size() + 1, it);
            hash = entry.hash(hash);
            lines.add(ExportedLine.write(new Chained(lines.size() + 1, hash, entry)));
        }
        return lines;
    }

    private static Entry entry(long id, String about) {
        return new Entry(new CommunityId("lm"), id, NINE, "chen", "CASE", about, "\"a\n");
    }
}
