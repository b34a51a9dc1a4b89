package org.linli.notices.enclosures;

import org.linli.notices.Notice;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// What is enclosed in one notice is in the other too, with its translations.
public record EnclosuresCopied(Notice from, Notice to) implements Effect {
    @Override
    public CommunityId community() {
        return to.community();
    }
}
