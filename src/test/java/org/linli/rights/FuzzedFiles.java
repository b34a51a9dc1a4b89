package org.linli.rights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.linli.platform.database.CommunityId;
import org.linli.platform.rights.Person;

/// Files that staff put here, looked through for somebody who wants to be forgotten: in doubt they are named.
public final class FuzzedFiles {

    private static final PersonInFile WANG = PersonInFile.of(
            new Person(new CommunityId("lm"), "r1", Set.of("webchat:lm:person:r1"), Set.of("王芳"), Set.of("LM-2026-1")));

    private FuzzedFiles() {}

    /// What looks right.
    public static List<byte[]> seeds() throws IOException {
        return List.of(
                Files.readAllBytes(Path.of("templates/ledgers/month.xlsx")),
                "王芳,3栋".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        WANG.holds(bytes);
    }
}
