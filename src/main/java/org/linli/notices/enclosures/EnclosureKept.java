package org.linli.notices.enclosures;

import org.linli.channels.Media;
import org.linli.notices.Notice;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Something is enclosed in a notice, together with the version that names it.
///
/// @param media cleaned by [org.linli.media.CleanUploads]
public record EnclosureKept(Notice notice, Enclosure about, Media media) implements Effect {
    @Override
    public CommunityId community() {
        return notice.community();
    }
}
