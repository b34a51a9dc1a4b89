package org.linli.community.choosing;

import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Flux;

/// What residents may have taken part in (参加过), like a vote: whoever keeps such a thing is one. It tells who took
/// part, never how.
public interface TakingPart {

    /// One thing to take part in.
    ///
    /// @param id   names it within its kind
    /// @param name as staff writes it in a line, without spaces and signs, like `投票12`
    /// @param what it was about, for people
    record Occasion(String kind, String id, String name, String what) {}

    /// Never changes: stored audiences name it.
    String kind();

    /// The newest first, as many as staff may choose from.
    Flux<Occasion> occasions(CommunityId community);

    /// When it is true of a row `r` of residents (`community_id`, `id`, `home`) that they took part in the occasion
    /// whose id is bound to `:occasion`; of the capability's own tables and [ChooseResidents#ADDRESSES] alone.
    String condition();
}
