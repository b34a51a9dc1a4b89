package org.linli.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server process that outlived the program that started it, because that program was killed.
record LeftBehind(ProcessHandle process) {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// Who is named in a pid file and is still that server; empty when it is gone or its number belongs to another
    /// program by now.
    ///
    /// @param program part of the server's command, so that no stranger is stopped
    static Optional<LeftBehind> by(Path pidFile, String program) throws IOException {
        if (!Files.isRegularFile(pidFile)) {
            return Optional.empty();
        }
        String first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        return first.matches("\\d{1,9}")
                ? ProcessHandle.of(Long.parseLong(first))
                        .filter(it -> it.info().command().orElse("").contains(program))
                        .map(LeftBehind::new)
                : Optional.empty();
    }

    /// Asks it to stop, and insists when it does not.
    void stop() {
        LOG.info("stopping process {}, which an earlier run left behind", process.pid());
        process.destroy();
        if (!stopped()) {
            process.destroyForcibly();
            stopped();
        }
    }

    private boolean stopped() {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
