package org.linli.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/// PostgreSQL and Redis of this machine, each started by the very command that `deploy/compose.yaml` gives to its
/// container. What a container has is played: its folders, its port, its user and the image's own first script.
final class ComposeServers implements AutoCloseable {

    static final String PASSWORD = "s3cret";

    private static final Path REDIS = Path.of("/usr/bin/redis-server");

    private final Path folder;
    private final Path programs;
    private final List<Process> running = new ArrayList<>();
    final int database = freePort();
    final int redis = freePort();

    /// @param folder new, with what `deploy/certificates` made in `secrets`
    ComposeServers(Path folder) throws Exception {
        assumeTrue(Files.isExecutable(REDIS), "apt-get install redis-server");
        this.folder = folder.toAbsolutePath();
        this.programs = DebianPostgreSql.newest();
        Files.writeString(secret("redis-password"), PASSWORD);
        Files.writeString(secret("postgres-password"), PASSWORD);
        Files.createDirectories(this.folder.resolve("run"));
        playTheImage();
        makeDatabase();
        start("postgres", database);
        start("redis", redis);
    }

    Path secret(String name) {
        return folder.resolve("secrets").resolve(name);
    }

    /// What a server said until now.
    String said(String service) throws IOException {
        return Files.readString(folder.resolve(service + ".log"));
    }

    private void start(String service, int port) throws IOException {
        var shell = new ProcessBuilder(DebianPostgreSql.asNobodyInParticular(command(service, port)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(service + ".log").toFile());
        shell.environment().put("PATH", folder.resolve("image") + ":" + programs + ":" + System.getenv("PATH"));
        shell.environment().put("PORT", "" + port);
        running.add(shell.start());
    }

    @SuppressWarnings("unchecked")
    private String[] command(String service, int port) throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose =
                new Yaml().load(Files.readString(Path.of("deploy/compose.yaml")));
        var services = Objects.requireNonNull(compose.get("services"));
        var command =
                (List<String>) Objects.requireNonNull(services.get(service)).get("command");
        return Objects.requireNonNull(command).stream()
                .map(it -> it.replace("$$", "$")
                        .replace("/run/secrets", folder.resolve("secrets").toString())
                        .replace("/var/run/postgresql", folder.resolve("run").toString())
                        .replace(
                                "/etc/linli",
                                Path.of("deploy/postgresql").toAbsolutePath().toString())
                        .replace("--tls-port 6379", "--tls-port " + port))
                .toArray(String[]::new);
    }

    /// The image's script adds where the data are; here also where to listen. Nobody can give files away without being
    /// root.
    private void playTheImage() throws IOException {
        script("docker-entrypoint.sh", """
                program=$1
                shift
                case $program in
                postgres) exec postgres -D '%1$s/data' -h 127.0.0.1 -p "$PORT" -k '' "$@" ;;
                redis-server) exec redis-server --dir '%1$s/run' --bind 127.0.0.1 "$@" ;;
                esac
                """.formatted(folder));
        script("chown", "exit 0\n");
    }

    private void script(String name, String text) throws IOException {
        Path script = Files.createDirectories(folder.resolve("image")).resolve(name);
        Files.writeString(script, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void makeDatabase() throws Exception {
        var made = Shell.run(
                Map.of(),
                DebianPostgreSql.asNobodyInParticular(
                        programs.resolve("initdb").toString(),
                        "-D",
                        folder.resolve("data").toString(),
                        "-U",
                        "linli",
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + secret("postgres-password")));
        if (made.status() != 0) {
            throw new IllegalStateException(made.said());
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }

    @Override
    public void close() {
        running.forEach(Process::destroy);
        running.forEach(it -> it.onExit().join());
    }
}
