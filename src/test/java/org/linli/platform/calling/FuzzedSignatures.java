package org.linli.platform.calling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;

/// Signatures of whoever calls us: anything but ours is wrong, and ours is right.
public final class FuzzedSignatures {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final String SECRET = Signature.newSecret();

    private FuzzedSignatures() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of("v1,AAAA v1,BBBB".getBytes(UTF_8), "v1,".getBytes(UTF_8), "{\"a\":1}".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        if (Signature.isRight(SECRET, "m", NOW, "{}", text)) {
            throw new AssertionError("a signature was guessed");
        }
        if (!Signature.isRight(SECRET, "m", NOW, text, text + " " + Signature.of(SECRET, "m", NOW, text))) {
            throw new AssertionError("our own signature is wrong");
        }
    }
}
