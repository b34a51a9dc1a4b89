package org.linli.polls.owners;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.platform.database.CommunityId;

/// Owners as they are pasted from a spreadsheet: all are read, or each wrong line is named.
public final class FuzzedParcels {

    private static final CommunityMap MAP = new CommunityMap(
            new CommunityId("lm"),
            "柳苑社区",
            List.of(
                    new Place("c", Place.Kind.COMMUNITY, "柳苑社区", null, List.of()),
                    new Place("y", Place.Kind.COMPOUND, "阳光里", "c", List.of()),
                    new Place("b3", Place.Kind.BUILDING, "3栋", "y", List.of()),
                    new Place("b3-1", Place.Kind.UNIT, "1单元", "b3", List.of()),
                    new Place("b3-1-101", Place.Kind.ROOM, "101室", "b3-1", List.of())),
            List.of(),
            List.of(),
            List.of());

    private FuzzedParcels() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of("阳光里 3栋1单元101\t89.56\t王芳、李强\nb3-1-101,102.3,赵敏,A17\n".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        var read = new ReadParcels(MAP).of(text);
        long lines = text.lines().filter(it -> !it.isBlank()).count();
        if (read.parcels().size() + read.wrong().size() != lines) {
            throw new AssertionError("%d lines, of which %d are read and %d refused"
                    .formatted(lines, read.parcels().size(), read.wrong().size()));
        }
    }
}
