package org.linli.community.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Files of communities: they are read, or what is wrong is listed with its line.
public final class FuzzedCommunities {

    private FuzzedCommunities() {}

    /// What looks right.
    public static List<byte[]> seeds() throws IOException {
        return List.of(
                """
                community: {id: lm, name: x, case-prefix: LM}
                places:
                  - {id: a, kind: compound, name: b, latitude: 31.2, longitude: 121.4}
                units:
                  - {id: desk, kind: desk, name: 居委会}
                staff:
                  - {id: wu, name: 吴, role: admin, unit: desk}
                groups:
                  - {chat: "webchat:lm:group:g", place: a, quiet-from: "22:00", quiet-until: "07:00"}
                residents:
                  - {id: r1, name: 王芳, home: a}
                """.getBytes(UTF_8),
                Files.readAllBytes(Path.of("deploy/demo/community.yaml")),
                Files.readAllBytes(Path.of("templates/ledgers/month.xlsx")));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        for (String name : List.of("fuzzed.yaml", "fuzzed.xlsx")) {
            try {
                CommunityFile.read(name, bytes, null);
            } catch (UnusableFile refused) {
                // as it should be
            }
        }
    }
}
