package org.linli.channels;

import java.util.List;
import org.linli.platform.database.CommunityId;

/// In which order a community wants its ways to be tried.
///
/// Who knows the communities implements it.
public interface PreferredWays {

    /// Ids of [Way]s, the first to be tried in front; empty where the community is content with the usual order. From
    /// memory: asks nobody.
    List<String> of(CommunityId community);
}
