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
import java.util.stream.Stream;

/// A server beside the program that stands still, or ends and starts again as it was started.
final class Neighbour {

    private final ProcessHandle server;
    private final List<String> command;

    private Neighbour(ProcessHandle server, List<String> command) {
        this.server = server;
        this.command = command;
    }

    /// @param url as the program takes it
    static Neighbour redis(String url) throws IOException {
        ProcessHandle server = ProcessHandle.current()
                .descendants()
                .filter(it -> it.info().command().orElse("").contains("redis-server"))
                .findFirst()
                .orElseThrow();
        Path data = Files.readSymbolicLink(Path.of("/proc", Long.toString(server.pid()), "cwd"));
        // redis://:password@127.0.0.1:port
        String[] parts = url.split("[@:]");
        return new Neighbour(
                server,
                List.of(
                        server.info().command().orElseThrow(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        parts[4],
                        "--requirepass",
                        parts[2],
                        "--dir",
                        data.toString(),
                        "--appendonly",
                        "yes"));
    }

    static Neighbour postgreSql(Ledger ledger) throws SQLException, IOException {
        Path pidFile = Path.of(ledger.text("show data_directory"), "postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL does not run as root
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(server.info().command().orElseThrow());
        command.addAll(List.of(server.info().arguments().orElseThrow()));
        return new Neighbour(server, command);
    }

    /// With all that work for it: in PostgreSQL those that serve the program's connections.
    void standStill(Duration time) throws Exception {
        var processes = Stream.concat(Stream.of(server), server.children()).toList();
        signal("-STOP", processes);
        try {
            LinliProcess.pause(time);
        } finally {
            signal("-CONT", processes);
        }
    }

    /// On the same port and the same data; the new one ends with this test run.
    ///
    /// @param signal `-KILL`, or `-INT`, PostgreSQL's fast way
    void endAndStartAgain(String signal, Duration away) throws Exception {
        signal(signal, List.of(server));
        await().atMost(Duration.ofSeconds(60)).until(() -> !server.isAlive());
        LinliProcess.pause(away);
        Process again = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(again::destroy));
        LinliProcess.pause(Duration.ofSeconds(1));
        assertThat(again.isAlive()).as("it is up again").isTrue();
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(it -> command.add(Long.toString(it.pid())));
        assertThat(new ProcessBuilder(command).start().waitFor()).isBetween(0, 1);
    }
}
