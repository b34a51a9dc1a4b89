package org.linli.polls.wishes;

import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.wishes.Wishes.Waiting;

/// A wish waits for its writer to say whether it is the same as another.
///
/// @param voter as a voter is called
/// @param it    `null`: they have said it
public record WishKept(
        CommunityId community, String voter, @Nullable Waiting it) implements Effect {

    /// Nothing waits any more.
    public static WishKept none(CommunityId community, String voter) {
        return new WishKept(community, voter, null);
    }

    @Override
    public Object contested() {
        return "wish " + community + voter;
    }

    @Override
    public String toString() {
        return "WishKept[]";
    }
}
