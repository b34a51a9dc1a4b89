package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.platform.embedded.TestServers;

/// Redis, then PostgreSQL, stand still for ten seconds while people write.
class OutageIT {

    private static final int MESSAGES = 1_500;
    private static final Duration OUTAGE = Duration.ofSeconds(10);

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void nothingAcknowledgedIsLostAndWhatCannotBeStoredIsNotAcknowledged() throws Exception {
        String database = TestServers.newDatabase();
        var settings = new ArrayList<>(List.of(
                "--linli.database-url=" + database, "--linli.redis-url=" + TestServers.redis(), "--linli.demo=false"));
        try (var ledger = new Ledger(database);
                var platform = new PlatformUnderLoad()) {
            settings.addAll(platform.settings("willow"));
            try (var linli = new LinliProcess(settings)) {
                var writing = CompletableFuture.runAsync(
                        () -> platform.write(linli.base(), MESSAGES, 400, Duration.ofMillis(25), () -> true),
                        task -> Thread.ofVirtual().start(task));
                awaitTaken(platform, 50);
                int before = platform.taken.size();
                standStill(redis());
                assertThat(platform.taken).as("without Redis people are heard").hasSizeGreaterThan(before + 20);

                awaitTaken(platform, platform.taken.size() + 20);
                standStill(postgreSql(ledger));
                writing.join();
                ledger.awaitQuiet(Duration.ofMinutes(3));
                ledger.keepsWhatWasPromised(platform);
                assertThat(platform.taken).as("all were taken in the end").hasSizeGreaterThan(MESSAGES * 9 / 10);
            }
        }
    }

    private static void awaitTaken(PlatformUnderLoad platform, int messages) {
        await().atMost(Duration.ofMinutes(1)).until(() -> platform.taken.size() >= messages);
    }

    private static void standStill(List<ProcessHandle> server) throws Exception {
        assertThat(server).isNotEmpty();
        signal("-STOP", server);
        try {
            LinliProcess.pause(OUTAGE);
        } finally {
            signal("-CONT", server);
        }
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(it -> command.add(Long.toString(it.pid())));
        assertThat(new ProcessBuilder(command).start().waitFor()).isBetween(0, 1);
    }

    private static List<ProcessHandle> redis() {
        return ProcessHandle.current()
                .descendants()
                .filter(it -> it.info().command().orElse("").contains("redis-server"))
                .toList();
    }

    /// The server and all that work for it, among them those that serve the program's connections.
    private static List<ProcessHandle> postgreSql(Ledger ledger) throws SQLException, IOException {
        Path pidFile = Path.of(ledger.text("show data_directory"), "postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(server), server.children()).toList();
    }
}
