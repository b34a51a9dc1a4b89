package org.linli.polls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.dialogue.SaidInSecret;
import org.linli.platform.database.CommunityId;
import org.linli.polls.Picks.Pick;

/// Somebody is asked which of several votes they mean, or has said it.
///
/// @param voter    as a voter is called
/// @param it       `null`: whatever was asked is done
/// @param isSecret whether the words may tell what somebody votes in a secret vote
public record PickKept(
        CommunityId community, String voter, @Nullable Pick it, boolean isSecret) implements SaidInSecret {

    /// The words may have been a ballot for one of them.
    ///
    /// @param votes as they are listed
    public static PickKept asked(CommunityId community, String voter, List<Poll> votes, Instant at) {
        var listed = votes.stream().map(Poll::id).toList();
        boolean secret = votes.stream().anyMatch(it -> it.electorate().frozen());
        return new PickKept(community, voter, new Pick(listed, "", at), secret);
    }

    /// The words named one of them, and nothing else.
    public static PickKept chosen(String voter, Poll vote, Instant at) {
        return new PickKept(vote.community(), voter, new Pick(List.of(vote.id()), vote.id(), at), false);
    }

    /// The ballot that followed counts.
    public static PickKept done(CommunityId community, String voter) {
        return new PickKept(community, voter, null, false);
    }

    @Override
    public Object contested() {
        return "pick " + community + voter;
    }

    @Override
    public String toString() {
        return "PickKept[]";
    }
}
