package org.linli.notices.translations;

import org.linli.notices.Notice;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A notice says this in that language, instead of what it said there before.
public record Translated(Notice notice, Translation as) implements Effect {
    @Override
    public CommunityId community() {
        return notice.community();
    }
}
