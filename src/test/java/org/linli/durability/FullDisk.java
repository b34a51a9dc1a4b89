package org.linli.durability;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A folder on a disk on which not a byte is left. It ends with it.
final class FullDisk implements AutoCloseable {

    private static final String START = """
            mount -t tmpfs -o size=64k,mode=0755 tmpfs "$1" || exit 9
            head -c 1m /dev/zero > "$1/ballast"
            touch "$2"
            exec sleep 900
            """;

    private final Path folder;
    private final Process keeper;

    FullDisk(Path beside) throws IOException {
        folder = Files.createDirectories(beside.resolve("full")).toAbsolutePath();
        Path ready = beside.resolve("ready").toAbsolutePath();
        keeper = new ProcessBuilder("unshare", "-rm", "sh", "-c", START, "sh", folder.toString(), ready.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(ready) || !keeper.isAlive());
        assumeTrue(keeper.isAlive(), "a machine whose users may mount a disk in memory");
    }

    /// As other programs see it.
    Path path() {
        return Path.of("/proc/" + keeper.pid() + "/root" + folder);
    }

    @Override
    public void close() {
        keeper.destroyForcibly().onExit().join();
    }
}
