package org.linli.durability;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.deploy.InstalledProgram;

/// How programs are started in processes of their own. What is delivered starts as it is installed.
final class CommandLines {

    /// Quick to start, and never as fast as it could be later.
    private static final List<String> QUICK = List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private CommandLines() {}

    /// @param jvm further options
    static List<String> asItIs(List<String> jvm) throws IOException {
        var command = new ArrayList<>(InstalledProgram.java());
        command.addAll(jvm);
        command.addAll(List.of("-jar", InstalledProgram.jar().toString()));
        return command;
    }

    /// With [UnderFire] in place of the dialogue: other beans than were decided on when it was built, and classes that
    /// the cache of the installed program does not know.
    ///
    /// @param folder where its classes may lie
    /// @param jvm    further options
    static List<String> underFire(Path folder, List<String> jvm) throws IOException {
        copyUnderFire(folder);
        var command = new ArrayList<>(QUICK);
        command.addAll(jvm);
        String classes = folder.resolve("classes") + File.pathSeparator + classPath();
        command.addAll(List.of("-cp", classes, UnderFire.class.getName()));
        return command;
    }

    /// From a file that was not installed.
    static List<String> of(Path jar) {
        var command = new ArrayList<>(QUICK);
        command.remove("-XX:TieredStopAtLevel=1");
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /// Without the test classes: they would be found as parts of the program.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(it -> !it.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void copyUnderFire(Path folder) throws IOException {
        Path from = Path.of("target/test-classes/org/linli/durability");
        Path to = Files.createDirectories(folder.resolve("classes/org/linli/durability"));
        try (var files = Files.newDirectoryStream(from, "UnderFire*.class")) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
