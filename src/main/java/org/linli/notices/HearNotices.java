package org.linli.notices;

import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Mono;

/// Hears how notices are handed out, within the transaction in which it happens: together or not at all.
public interface HearNotices {

    /// It begins to be handed out.
    Mono<Void> sent(CommunityId community, String notice);

    /// Everybody was thought of; letters may still be on their way.
    Mono<Void> finished(CommunityId community, String notice);
}
