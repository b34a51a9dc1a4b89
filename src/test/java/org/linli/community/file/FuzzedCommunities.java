package org.linli.community.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Files of communities: what is wrong is listed with its line.
public final class FuzzedCommunities {

    private FuzzedCommunities() {}

    /// What looks right.
    public static List<byte[]> seeds() throws IOException {
        return List.of(
                "community: {id: lm, name: x, case-prefix: LM}\nplaces:\n  - {id: a, kind: building, name: b}\n"
                        .getBytes(UTF_8),
                Files.readAllBytes(Path.of("templates/ledgers/month.xlsx")));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        new ReadYaml("fuzzed.yaml", new ArrayList<>()).read(new String(bytes, UTF_8));
        new ReadSpreadsheet("fuzzed.xlsx", new ArrayList<>()).read(bytes);
    }
}
