package org.linli.platform.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file of keys as somebody may have put it there.
public final class FuzzedKeys {

    private FuzzedKeys() {}

    /// What looks right.
    public static List<byte[]> seeds() throws IOException {
        Path made = Files.createTempDirectory("keys").resolve("keys.json");
        new KeyFile(made).make(Keyset.make());
        return List.of(Files.readAllBytes(made), "{\"keys\":{},\"index\":\"AAAA\"}".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("fuzzed", ".json");
        try {
            Files.write(file, bytes);
            new KeyFile(file).read();
        } catch (WrongKeys refused) {
            // as it should be
        } finally {
            Files.delete(file);
        }
    }
}
