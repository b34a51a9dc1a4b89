package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A folder made by `deploy/prepare`, and the very command line of the systemd unit by which it is started.
///
/// What it learnt and its cache are made once for all tests of a build: that takes longer than a dozen starts.
public final class InstalledProgram {

    private static final Path JAR = Path.of("target/linli.jar");
    private static final Path FOLDER = Path.of("target/installed").toAbsolutePath();
    private static final Path CACHE = FOLDER.resolve("linli.aot");

    private InstalledProgram() {}

    static void prepare() throws IOException, InterruptedException {
        var prepared = Shell.run(
                Map.of("JAVA", javaHere(), "PORT", "" + ComposeServers.freePort()),
                List.of("deploy/prepare", JAR.toString(), FOLDER.toString()));
        assertThat(prepared.status()).as(prepared.said()).isZero();
        assertThat(prepared.said()).contains("/groups/b3: 200", "/actuator/health/readiness: 200");
    }

    /// Where the model lies that was learnt while it was prepared.
    public static Path models() throws IOException {
        prepareOnce();
        return FOLDER.resolve("models");
    }

    /// Starts the program from any folder: its Java and its options, without what is to be started.
    public static List<String> java() throws IOException {
        prepareOnce();
        return List.of(javaHere(), "@" + FOLDER.resolve("jvm.options"), "-XX:AOTCache=" + CACHE);
    }

    /// What is started.
    public static Path jar() {
        return FOLDER.resolve("linli.jar");
    }

    /// Prepares the folder where no earlier test has. The unit names no folder but /opt/linli, and no program but the
    /// one below it.
    static ProcessBuilder command() throws IOException, InterruptedException {
        prepareOnce();
        String unit = Files.readString(Path.of("deploy/machine/linli.service"));
        var line = Pattern.compile("(?m)^ExecStart=(.+)$").matcher(unit);
        assertThat(line.find()).isTrue();
        List<String> command = List.of(
                line.group(1).replace("/opt/linli/java/bin/java", javaHere()).split(" "));
        var builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
        builder.environment().put("LINLI_UNDERSTANDING_CACHE", models().toString());
        return builder;
    }

    private static void prepareOnce() throws IOException {
        try {
            if (!isPrepared()) {
                prepare();
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean isPrepared() throws IOException {
        return Files.exists(CACHE) && Files.getLastModifiedTime(CACHE).compareTo(Files.getLastModifiedTime(JAR)) > 0;
    }

    private static String javaHere() {
        return ProcessHandle.current().info().command().orElse("java");
    }
}
