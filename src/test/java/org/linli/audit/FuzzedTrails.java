package org.linli.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.linli.platform.database.CommunityId;

/// Exported trails, which anybody may hand in to have them checked; and what we export is sound.
public final class FuzzedTrails {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private FuzzedTrails() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of(sound("x").getBytes(UTF_8), "{\"place\":1,\"hash\":\"a\",\"community\":\"lm\"}".getBytes(UTF_8));
    }

    private static String sound(String detail) {
        var entry = new Entry(new CommunityId("lm"), 1, NOW, "chen", "exported", "community", detail);
        return ExportedLine.write(new Chained(1, entry.hash(Proof.BEGUN.head()), entry));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        try {
            new CheckExport(null).check(text.lines().iterator());
        } catch (BrokenTrail refused) {
            // as it should be
        }
        new CheckExport(null).check(List.of(sound(text).strip()).iterator());
    }
}
