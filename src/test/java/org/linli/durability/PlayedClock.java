package org.linli.durability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/// The clock of a machine that has one program on it: what the operating system says of the time of day jumps while the
/// program runs. Time that has passed is told as it is.
final class PlayedClock {

    private static final Path SOURCE = Path.of("src/test/resources/clock/told.c");
    private static final Path COMPILER = Path.of("/usr/bin/gcc");

    private final Path library;
    private final Path told;

    /// Skips the test where no compiler is.
    ///
    /// @param folder for what is compiled and for what is told
    PlayedClock(Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(COMPILER), "there is no gcc here");
        this.library = folder.resolve("told.so");
        this.told = Files.write(folder.resolve("told"), new byte[Long.BYTES]);
        var gcc = new ProcessBuilder(
                        COMPILER.toString(), "-shared", "-fPIC", "-o", library.toString(), SOURCE.toString(), "-ldl")
                .redirectErrorStream(true)
                .start();
        String said = new String(gcc.getInputStream().readAllBytes(), UTF_8);
        assertThat(gcc.waitFor()).as(said).isZero();
    }

    /// What a program has to be started by.
    List<String> command() {
        return List.of("env", "LD_PRELOAD=" + library, "TOLD=" + told);
    }

    /// From now on the program is told a time that is so far from everybody else's.
    void jump(Duration far) throws IOException {
        var seconds = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        try (var file = FileChannel.open(told, StandardOpenOption.WRITE)) {
            file.write(seconds.putLong(far.toSeconds()).flip(), 0);
        }
    }
}
