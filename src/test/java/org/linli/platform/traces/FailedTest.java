package org.linli.platform.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class FailedTest {

    /// What is handed to a log, from the call to the end of the statement.
    private static final Pattern LOGGED = Pattern.compile("\\b(?:LOG|log)\\.(?:info|warn|error)\\(([^;]*)\\);");

    /// An error itself, whose text and stack would be written, or what it says.
    private static final Pattern TELLS_ALL = Pattern.compile(
            ", (?:error|thrown|cause)\\)?$|\\b(?:error|failed|cause|thrown)\\.(?:toString|getMessage)\\(\\)|getCause\\(\\)\\)$");

    @Test
    void anErrorTellsWhatItIsAndNotWhatPeopleWrote() {
        var said = new R2dbcDataIntegrityViolationException("Key (name)=(慕容秋霜) already exists", "23505");
        var error = new DataIntegrityViolationException("executeMany; 慕容秋霜", said);

        assertThat(Failed.briefly(error))
                .startsWith(
                        "DataIntegrityViolationException < R2dbcDataIntegrityViolationException[23505] at FailedTest.java:")
                .doesNotContain("慕容");
    }

    @Test
    void causesThatGoInCirclesEnd() {
        var one = new IllegalStateException();
        one.initCause(new IllegalArgumentException(one));

        assertThat(Failed.briefly(one)).contains("IllegalStateException < IllegalArgumentException");
    }

    @Test
    void noLogIsGivenAWholeError() throws IOException {
        assertThat(logged())
                .hasSizeGreaterThan(50)
                .noneMatch(it ->
                        TELLS_ALL.matcher(it.strip().replaceAll("\\s+", " ")).find());
    }

    private static List<String> logged() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(it -> it.toString().endsWith(".java"))
                    .flatMap(FailedTest::in)
                    .toList();
        }
    }

    private static Stream<String> in(Path file) {
        try {
            return LOGGED.matcher(Files.readString(file)).results().map(it -> it.group(1)).toList().stream();
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }
}
