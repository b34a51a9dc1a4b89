package org.linli.notices.writing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Templates of notices: read, or each fault has its line.
public final class FuzzedNoticeTemplates {

    private FuzzedNoticeTemplates() {}

    /// What looks right.
    public static List<byte[]> seeds() throws IOException {
        return List.of(
                Files.readAllBytes(Path.of("templates/notices/water.yml")),
                Files.readAllBytes(Path.of("templates/notices/activity.yml")));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        var read = ReadNoticeTemplate.read("fuzzed.yml", new String(bytes, UTF_8));
        if (read.template().isEmpty() == read.faults().isEmpty()) {
            throw new AssertionError("a template is read, or something is wrong with it");
        }
    }
}
