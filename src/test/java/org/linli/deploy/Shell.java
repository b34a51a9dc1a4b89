package org.linli.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program of this machine, run to its end.
///
/// @param said what it printed, in both ways
record Shell(int status, String said) {

    /// @param environment in addition to our own
    static Shell run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("shell", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(4, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command.getFirst() + " does not end");
        }
        String words = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        return new Shell(process.exitValue(), words);
    }
}
