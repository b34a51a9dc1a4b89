package org.linli.channels.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.linli.Results.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.Linli;
import reactor.test.StepVerifier;

/// The way to the platform's library, through one in C that has its functions. The library itself cannot be had here.
class NativeArchiveTest {

    private static final Path SOURCE = Path.of("src/test/resources/archive/stand_in.c");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static Path library = Path.of("");

    @BeforeAll
    static void build() throws Exception {
        library = built("good.so");
    }

    @Test
    void eachFunctionIsCalledWithWhatItTakes() {
        try (var archive = new NativeArchive(library)) {
            assertThat(archive.begin("corp", "s3cret")).isZero();
            assertThat(archive.pull(3, 10)).contains("\"seq\":4", "\"seq\":5").doesNotContain("\"seq\":3");
            assertThat(archive.open("random-key", "e7")).isEqualTo("{\"content\":\"电梯坏了\",\"of\":\"e7\"}");
            assertThat(media(archive)).containsExactly(0, 0xf0, 0, 0xf1, 0, 0xf2);
        }
    }

    /// The stand-in ends the program that keeps two pieces of its memory.
    @Test
    void whatTheLibraryLentIsGivenBackAlsoAfterItRefused() {
        try (var archive = new NativeArchive(library)) {
            archive.begin("corp", "s3cret");
            for (int i = 0; i < 1_000; i++) {
                assertThatThrownBy(() -> archive.open("another-key", "e7")).hasMessage("code 10004");
                assertThatThrownBy(() -> archive.media("gone", "")).hasMessage("code 10003");
            }
        }
    }

    @Test
    void aLibraryThatIsNoneOrTooOldIsNamed() throws Exception {
        var text = Files.writeString(folder.resolve("text.so"), "no library");
        assertThatThrownBy(() -> new NativeArchive(text))
                .isInstanceOf(NativeLibrary.Unusable.class)
                .hasMessageContaining("cannot be loaded");

        try (var old = new NativeArchive(built("old.so", "-DOLD"))) {
            assertThatThrownBy(() -> old.media("file", ""))
                    .hasMessage("the library has no function 'NewMediaData' (expected: version 3)");
        }
    }

    @Test
    void theProcessReadsEntriesAndFilesByTheLibrary() {
        try (var archive = process("corp", "s3cret", PATIENCE)) {
            assertThat(result(archive.after(0, 2)))
                    .extracting(ChatArchive.Sealed::seq)
                    .containsExactly(1L, 2L);
            assertThat(result(archive.after(5, 2))).isEmpty();
            assertThat(result(archive.open("random-key", "e7"))).contains("电梯坏了");
            assertThat(result(archive.media("file", "1"))).satisfies(it -> {
                assertThat(it.bytes()).containsExactly(0, 0xf1);
                assertThat(it.next()).isEqualTo("2");
                assertThat(it.isLast()).isFalse();
            });
        }
    }

    /// Whatever the library does, the program that asks goes on, and so does the next process.
    @ParameterizedTest(name = "one that {0}: passing {1}, {2}")
    @CsvSource({
        "crashes, true, ended",
        "hangs, true, silent",
        "busy, true, 10001",
        "refuses, false, 301042",
        "empty, true, answers nothing"
    })
    void whatTheLibraryDoesWrongEndsNothingButItsProcess(String corp, boolean passing, String why) {
        try (var archive = process(corp, "s3cret", corp.equals("hangs") ? Duration.ofSeconds(6) : PATIENCE)) {
            archive.after(0, 1)
                    .as(StepVerifier::create)
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    ArchiveFailure.class,
                                    it -> assertThat(it.isPassing()).isEqualTo(passing))
                            .hasMessageContaining(why));
            assertThat(result(archive.after(1, 1)))
                    .extracting(ChatArchive.Sealed::seq)
                    .containsExactly(2L);
        }
    }

    @Test
    void whatTheLibraryPrintsComesBetweenNoAnswers() {
        try (var archive = process("prints", "s3cret", PATIENCE)) {
            assertThat(result(archive.after(0, 1))).hasSize(1);
            assertThat(result(archive.after(1, 1))).hasSize(1);
        }
    }

    @Test
    void aWrongSecretAndAMissingLibraryAreToldAsWhatLasts() {
        try (var stranger = process("corp", "another", PATIENCE)) {
            stranger.after(0, 1).as(StepVerifier::create).verifyErrorMessage("the library says 10010");
        }
        var nowhere = command(folder.resolve("nowhere.so"));
        try (var archive = new ArchiveProcess(nowhere, begin("corp", "s3cret"), PATIENCE)) {
            archive.after(0, 1)
                    .as(StepVerifier::create)
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    ArchiveFailure.class,
                                    it -> assertThat(it.isPassing()).isFalse())
                            .hasMessageContaining("no file"));
        }
    }

    private static List<Integer> media(NativeArchive archive) {
        var bytes = new ArrayList<Integer>();
        String next = "";
        boolean more = true;
        while (more) {
            var piece = archive.media("file", next);
            for (byte it : piece.bytes()) {
                bytes.add(it & 0xff);
            }
            next = piece.next();
            more = !piece.isLast();
        }
        return bytes;
    }

    private static ArchiveProcess process(String corp, String secret, Duration patience) {
        return new ArchiveProcess(command(library), begin(corp, secret), patience);
    }

    private static Map<String, Object> begin(String corp, String secret) {
        return Map.of("do", "begin", "corp", corp, "secret", secret);
    }

    private static List<String> command(Path library) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:ErrorFile=target/crash-%p.log",
                "-cp",
                System.getProperty("java.class.path"),
                Linli.class.getName(),
                "archive",
                "--lib",
                library.toString());
    }

    private static Path built(String name, String... flags) throws IOException, InterruptedException {
        var to = folder.resolve(name);
        var command = new ArrayList<>(List.of("gcc", "-shared", "-fPIC", "-w", "-o", to.toString(), SOURCE.toString()));
        command.addAll(List.of(flags));
        assumeThat(isThere()).as("gcc builds the library that is played").isTrue();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return to;
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("gcc", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
