package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Jazzer, which watches the branches that an input takes and bends inputs until they take new ones, against every
/// parser that reads from outside: two minutes each. `-Dfuzz.seconds=10` is a look.
///
/// Its driver runs as a program of its own: its JUnit engine is of an older JUnit.
@Tag("long")
class FuzzedParsersIT {

    private static final long SECONDS = Long.getLong("fuzz.seconds", 120);

    @ParameterizedTest
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    @CsvSource({
        "org.linli.channels.tencent.FuzzedCalls, <xml><MsgType><![CDATA[text]]></MsgType></xml>",
        "org.linli.polls.files.FuzzedElections, META|key;value|budget;100|PROJECTS|project_id;cost|1;50|VOTES|voter_id;vote|1;1",
        "org.linli.polls.published.FuzzedLedgers, linli ledger 1",
        "org.linli.hotline.FuzzedOrders, '{\"number\":\"1\",\"receivedAt\":\"2026-03-02 09:30\",\"words\":\"x\"}'",
        "org.linli.community.file.FuzzedCommunities, 'community: {id: lm, name: x, case-prefix: LM}|places:|  - {id: a, kind: building, name: b}'",
    })
    void noInputBreaksAParser(String target, String seed) throws Exception {
        Path work = Files.createDirectories(Path.of("target/fuzz", target));
        Path corpus = Files.createDirectories(work.resolve("corpus"));
        Files.writeString(corpus.resolve("seed"), seed.replace('|', '\n'));
        Path said = work.resolve("said.txt");

        var jazzer = started(target, work, corpus, said);

        assertThat(jazzer.waitFor(SECONDS + 120, TimeUnit.SECONDS)).isTrue();
        assertThat(jazzer.exitValue())
                .as(() -> "%s: %s".formatted(target, end(said)))
                .isZero();
        assertThat(Files.readString(said)).contains("DONE");
    }

    private static Process started(String target, Path work, Path corpus, Path said) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                absolute(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target,
                "--instrumentation_includes=org.linli.**",
                "-max_total_time=" + SECONDS,
                "-max_len=8192",
                "-timeout=20",
                "-rss_limit_mb=3000",
                corpus.toAbsolutePath().toString());
        return new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private static String absolute(String path) {
        return String.join(
                File.pathSeparator,
                List.of(path.split(File.pathSeparator)).stream()
                        .map(it -> Path.of(it).toAbsolutePath().toString())
                        .toList());
    }

    private static String end(Path said) {
        try {
            var lines = Files.readAllLines(said);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
