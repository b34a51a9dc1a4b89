package org.linli.cases;

import java.util.UUID;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A picture that staff took is kept, together with the act that it belongs to and not without it.
///
/// @param mediaType one that browsers show and do not run
public record PictureKept(CommunityId community, UUID id, String mediaType, byte[] bytes) implements Effect {

    /// With an id of its own. Throws [NotAPicture] for anything but a JPEG, PNG or WebP of up to 5 MB.
    public static PictureKept of(CommunityId community, byte[] bytes) {
        return new PictureKept(community, UUID.randomUUID(), PictureKind.mediaType(bytes), bytes);
    }

    @Override
    public String toString() {
        return "PictureKept[" + id + ", " + bytes.length + " bytes]";
    }
}
