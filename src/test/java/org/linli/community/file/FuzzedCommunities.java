package org.linli.community.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;

/// Files of communities: what is wrong is listed with its line.
public final class FuzzedCommunities {

    private FuzzedCommunities() {}

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        new ReadYaml("fuzzed.yaml", new ArrayList<>()).read(new String(bytes, UTF_8));
        new ReadSpreadsheet("fuzzed.xlsx", new ArrayList<>()).read(bytes);
    }
}
