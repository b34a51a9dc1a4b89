package org.linli.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.signing.Sha256;

/// One line of the trail.
///
/// @param what a name of [org.linli.platform.audit.Noted.Kind]
public record Entry(CommunityId community, long id, Instant at, String who, String what, String about, String detail) {

    /// What the first entry is chained to.
    static final String BEGINNING = "0".repeat(64);

    /// SHA-256 over the hash before and all fields, in hexadecimal digits. Fields cannot run into each other.
    String hash(String before) {
        var digest = Sha256.begun();
        var fields = List.of(
                before,
                community.value(),
                Long.toString(id),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
                who,
                what,
                about,
                detail);
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
