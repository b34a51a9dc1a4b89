package org.linli.channels.wecom.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// A process that may do anything, and a program that goes on.
class ArchiveProcessTest {

    private static final String ONE = "{\"mode\":\"good\",\"entries\":[{\"seq\":7,\"msgid\":\"m7\"}]}";

    @TempDir
    Path folder;

    private Path played = Path.of("");
    private ArchiveProcess archive = new ArchiveProcess(List.of(), Map.of(), Duration.ZERO);

    @BeforeEach
    void start() {
        played = folder.resolve("played.json");
        archive = new ArchiveProcess(command(played), Map.of("do", "begin"), Duration.ofSeconds(8));
    }

    @AfterEach
    void end() {
        archive.close();
    }

    @ParameterizedTest(name = "one that is {0}: passing {1}, {2}")
    @CsvSource({
        "crash, true, ended",
        "garbage, true, no JSON",
        "other, true, something else",
        "busy, true, 10001",
        "refused, false, 10010",
        "unusable, false, /opt/lib.so"
    })
    void whatGoesWrongIsNamedAndTheNextQuestionIsAnswered(String mode, boolean passing, String why) throws IOException {
        plays("{\"mode\":\"" + mode + "\"}");
        archive.after(0, 10)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                ArchiveFailure.class,
                                it -> assertThat(it.isPassing()).isEqualTo(passing))
                        .hasMessageContaining(why));

        plays(ONE);
        archive.after(0, 10)
                .as(StepVerifier::create)
                .assertNext(
                        it -> assertThat(it).extracting(ChatArchive.Sealed::seq).containsExactly(7L))
                .verifyComplete();
    }

    @Test
    void oneThatIsSilentIsEnded() throws IOException {
        plays("{\"mode\":\"hang\"}");
        var impatient = new ArchiveProcess(command(played), Map.of("do", "begin"), Duration.ofSeconds(3));

        impatient
                .after(0, 10)
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error).hasMessageContaining("silent"))
                .verify(Duration.ofSeconds(20));
        impatient.close();
    }

    @Test
    void anAnswerForWhichNobodyWaitsAnyMoreIsNoDroppedError() throws IOException {
        plays("{\"mode\":\"hang\"}");
        var dropped = new CopyOnWriteArrayList<Throwable>();
        Hooks.onErrorDropped(dropped::add);
        try {
            var impatient = new ArchiveProcess(command(played), Map.of("do", "begin"), Duration.ofSeconds(8));
            impatient.after(0, 10).timeout(Duration.ofSeconds(2), Mono.empty()).block();
            impatient.close();
            await().during(Duration.ofMillis(500)).until(dropped::isEmpty);
        } finally {
            Hooks.resetOnErrorDropped();
        }
    }

    @Test
    void oneThatRefusesToBeginIsAskedNothingElse() throws IOException {
        plays("{\"mode\":\"stranger\"}");
        for (int i = 0; i < 2; i++) {
            archive.after(0, 10).as(StepVerifier::create).verifyErrorMessage("the library says 10010");
        }
    }

    @Test
    void aProgramThatIsNotThereIsAFailure() {
        new ArchiveProcess(List.of("/no/such/program"), Map.of(), Duration.ofSeconds(1))
                .after(0, 1)
                .as(StepVerifier::create)
                .verifyError(ArchiveFailure.class);
    }

    @Test
    void aLibraryThatIsNotThereIsNamed() {
        assertThat(catchThrowable(() -> new NativeArchive(Path.of("/no/such/lib.so"))))
                .hasMessage("no file '/no/such/lib.so' (expected: libWeWorkFinanceSdk_C.so of the platform)");
    }

    private void plays(String json) throws IOException {
        Files.writeString(played, json);
    }

    static List<String> command(Path played) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                PlayedArchive.class.getName(),
                played.toString());
    }
}
