package org.linli.channels;

import java.util.Map;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Mono;

/// What the owners of groups have pinned there for everybody to read (群公告), as far as a platform tells. It tells of no
/// way to change it. An adapter implements it beside its [Channel].
public interface GroupNotices {

    /// By the text of the group's address, without those of which nothing is known. Never empty.
    Mono<Map<String, String>> of(CommunityId community);
}
