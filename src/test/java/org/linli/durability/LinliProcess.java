package org.linli.durability;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.linli.deploy.InstalledProgram;

/// The program in a process of its own that can be killed and started again on the same port.
final class LinliProcess implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "under-fire").toAbsolutePath();

    /// Holds the words of the program, where they are not its own.
    private final Path folder;

    private final List<String> command;
    private final List<String> settings;
    private final int port;
    private Process process;

    /// With [UnderFire] in place of the dialogue.
    static LinliProcess underFire(List<String> settings) throws IOException {
        return underFire(List.of(), settings, List.of());
    }

    /// @param under what starts it, where that is not this program itself
    /// @param jvm   further options of its Java
    static LinliProcess underFire(List<String> under, List<String> settings, List<String> jvm) throws IOException {
        Path words = FOLDER.resolve("templates/letters/fire.txt");
        Files.createDirectories(words.getParent());
        Files.writeString(words, "[(${words})]\n");
        var command = new ArrayList<>(under);
        command.addAll(CommandLines.underFire(FOLDER, jvm));
        return new LinliProcess(FOLDER, command, settings);
    }

    /// What is delivered, as it is installed.
    static LinliProcess asItIs(List<String> settings) throws IOException {
        return asItIs(settings, List.of());
    }

    /// @param jvm further options of its Java
    static LinliProcess asItIs(List<String> settings, List<String> jvm) throws IOException {
        return new LinliProcess(FOLDER.resolve("as-it-is"), CommandLines.asItIs(jvm), settings);
    }

    /// Another version of what is delivered, from its file.
    static LinliProcess of(Path jar, List<String> settings) throws IOException {
        return new LinliProcess(FOLDER.resolve("as-it-is"), CommandLines.of(jar), settings);
    }

    private LinliProcess(Path folder, List<String> command, List<String> settings) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.command = command;
        this.settings = settings;
        this.port = freePort();
        this.process = launch();
        awaitUp();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    boolean isUp() {
        try {
            var call = (HttpURLConnection)
                    base().resolve("/webhooks/nobody/x").toURL().openConnection();
            call.setConnectTimeout(500);
            call.setReadTimeout(2_000);
            return call.getResponseCode() == 404;
        } catch (IOException notYet) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// From now on it keeps all the memory that it can get.
    void takeMemory() throws IOException {
        Files.createFile(folder.resolve(UnderFire.HUNGER));
    }

    /// SIGKILL: no shutdown hook runs.
    void killAndStartAgain() throws IOException {
        process.destroyForcibly().onExit().join();
        process = launch();
        awaitUp();
    }

    /// Objects alive after a full collection, in MB.
    long heap() throws IOException {
        jcmd("GC.run");
        var used = Pattern.compile("used (\\d+)K").matcher(jcmd("GC.heap_info"));
        Assertions.assertTrue(used.find(), "jcmd tells of no heap");
        return Long.parseLong(used.group(1)) / 1_024;
    }

    private String jcmd(String command) throws IOException {
        var jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + process.pid(), command)
                .redirectErrorStream(true)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// A signal of the operating system: `STOP` lets it stand still, `CONT` go on, `TERM` asks it to end.
    void signal(String name) throws IOException {
        var kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
        kill.onExit().join();
        Assertions.assertEquals(0, kill.exitValue(), "kill -" + name);
    }

    /// How long it takes to end after it was asked to.
    Duration stop() throws IOException {
        Instant asked = Instant.now();
        signal("TERM");
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        return Duration.between(asked, Instant.now());
    }

    void startAgain() throws IOException {
        process = launch();
        awaitUp();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private Process launch() throws IOException {
        var whole = new ArrayList<>(command);
        whole.add("--server.port=" + port);
        whole.add("--linli.understanding.cache=" + InstalledProgram.models());
        whole.addAll(settings);
        return new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(FOLDER.resolve("log").toFile()))
                .start();
    }

    private void awaitUp() {
        Instant end = Instant.now().plus(Duration.ofSeconds(180));
        while (!isUp()) {
            Assertions.assertTrue(process.isAlive(), "the program ended by itself, see " + FOLDER.resolve("log"));
            if (Instant.now().isAfter(end)) {
                close();
                Assertions.fail("the program does not come up, see " + FOLDER.resolve("log"));
            }
            pause(Duration.ofMillis(100));
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
