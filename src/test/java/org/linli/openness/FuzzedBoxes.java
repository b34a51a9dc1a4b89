package org.linli.openness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/// What is to be blacked out of a picture, as a page hands it in.
public final class FuzzedBoxes {

    private FuzzedBoxes() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of("0.1,0.2,0.3,0.4;0,0,1,1".getBytes(UTF_8), "0.1 0.2 0.3 0.4".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            BlackOut.Box.list(new String(bytes, UTF_8));
        } catch (IllegalArgumentException refused) {
            // as it should be
        }
    }
}
