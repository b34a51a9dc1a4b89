package org.linli.durability;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.deploy.InstalledProgram;
import org.springframework.boot.test.context.TestConfiguration;

/// How the program is started in a process of its own: as it is installed, because that is fast, and is what is killed
/// where it counts.
final class CommandLines {

    private CommandLines() {}

    static List<String> asItIs() throws IOException {
        var command = installed();
        command.addAll(List.of("-jar", InstalledProgram.jar().toString()));
        return command;
    }

    /// With [UnderFire] in place of the dialogue, so not with the beans that were decided on when it was built.
    ///
    /// @param folder where its classes may lie
    /// @param jvm    further options
    static List<String> underFire(Path folder, List<String> jvm) throws IOException {
        var command = installed();
        command.add("-Dspring.aot.enabled=false");
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath(folder), UnderFire.class.getName()));
        return command;
    }

    /// From a file that was not installed.
    static List<String> of(Path jar) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString());
    }

    private static List<String> installed() throws IOException {
        try {
            return new ArrayList<>(InstalledProgram.java());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /// The program, [UnderFire] in a jar of its own, and the one annotation that keeps it from being found as a part of
    /// the program where all tests are.
    private static String classPath(Path folder) throws IOException {
        return Stream.of(InstalledProgram.jar(), underFire(folder), jarOf(TestConfiguration.class))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path underFire(Path folder) throws IOException {
        Path jar = Files.createDirectories(folder).resolve("under-fire.jar");
        Path classes = Path.of("target/test-classes");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.newDirectoryStream(classes.resolve("org/linli/durability"), "UnderFire*.class")) {
            for (Path file : files) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static Path jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
