package org.linli.cases;

import java.util.UUID;
import org.linli.channels.Media;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A picture that staff took is kept, together with the act that it belongs to and not without it.
///
/// @param mediaType one that browsers show and do not run
/// @param bytes     cleaned by [org.linli.media.CleanUploads]: residents may see them
public record PictureKept(CommunityId community, UUID id, String mediaType, byte[] bytes) implements Effect {

    /// With an id of its own.
    ///
    /// @param clean from [org.linli.media.CleanUploads]
    public static PictureKept of(CommunityId community, Media clean) {
        return new PictureKept(community, UUID.randomUUID(), clean.type(), clean.bytes());
    }

    @Override
    public String toString() {
        return "PictureKept[" + id + ", " + bytes.length + " bytes]";
    }
}
