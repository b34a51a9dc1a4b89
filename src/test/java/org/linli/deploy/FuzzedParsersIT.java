package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Jazzer, which watches the branches that an input takes and bends inputs until they take new ones, against every
/// parser that reads from outside. All share `-Dfuzz.seconds`, their starts included, two at a time: where a machine is
/// slow to start one, there is less for those after it. With [FuzzedRoutesIT] and [FuzzIT] it is ten minutes.
///
/// Its driver runs as a program of its own: its JUnit engine is of an older JUnit.
@Tag("long")
class FuzzedParsersIT {

    private static final int ABREAST = 2;

    private static final Instant END = Instant.now().plusSeconds(Long.getLong("fuzz.seconds", 450) / ABREAST);

    /// The same inputs in the same order each time, so that a change is not blamed for what was there before it; with
    /// another one, `-Dfuzz.seed`, and more of them, `-Dfuzz.runs=-1`, it looks elsewhere.
    private static final long SEED = Long.getLong("fuzz.seed", 20261122);

    private static final long RUNS = Long.getLong("fuzz.runs", 100_000);

    private static final long START = 5;
    private static final long LEAST = 3;

    /// What a machine may take for a start and an end, when it is slow.
    private static final long GRACE = 240;

    private static final AtomicInteger BEGUN = new AtomicInteger();

    static List<FuzzTarget> targets() throws IOException {
        return FuzzTarget.all();
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    @MethodSource("targets")
    void noInputBreaksAParser(FuzzTarget target) throws Exception {
        long seconds = Math.max(LEAST, share() - START);
        Path work = Files.createDirectories(Path.of("target/fuzz", target.toString()));
        Path corpus = Files.createDirectories(work.resolve("corpus"));
        int number = 0;
        for (byte[] seed : target.seeds()) {
            Files.write(corpus.resolve("seed" + number++), seed);
        }
        Path said = work.resolve("said.txt");

        var jazzer = started(target, seconds, work, corpus, said);

        try {
            assertThat(jazzer.waitFor(seconds + GRACE, TimeUnit.SECONDS))
                    .as(() -> "%s does not end: %s".formatted(target, end(said)))
                    .isTrue();
            assertThat(jazzer.exitValue())
                    .as(() -> "%s: %s".formatted(target, end(said)))
                    .isZero();
            assertThat(Files.readString(said)).contains("DONE");
        } finally {
            jazzer.destroyForcibly();
        }
    }

    /// Seconds for the next of them.
    private static long share() throws IOException {
        int waiting = targets().size() - BEGUN.getAndIncrement();
        return Duration.between(Instant.now(), END).toSeconds() * ABREAST / Math.max(1, waiting);
    }

    private static Process started(FuzzTarget target, long seconds, Path work, Path corpus, Path said)
            throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                absolute(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target,
                "--instrumentation_includes=org.linli.**",
                "-max_total_time=" + seconds,
                "-seed=" + SEED,
                "-runs=" + RUNS,
                "-max_len=8192",
                "-timeout=60",
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
                Stream.of(path.split(File.pathSeparator))
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
