package org.linli.polls;

import java.time.Instant;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.ballots.Paper;

/// Something that is put to the vote (投票). Nothing of it changes after it opened, but that it closes.
///
/// @param number as people call it: `投3 #12`
/// @param live   whether bars are shown before it closes
/// @param isOpen until somebody has closed it; ballots are taken before `closesAt` only
public record Poll(
        CommunityId community,
        String id,
        int number,
        String question,
        Paper paper,
        Electorate electorate,
        boolean live,
        String askedBy,
        Instant opensAt,
        Instant closesAt,
        boolean isOpen) {

    public boolean takesBallots(Instant now) {
        return isOpen && !now.isBefore(opensAt) && now.isBefore(closesAt);
    }

    /// Whether owners decide yes or no by heads and area; otherwise, also among owners, money is shared out or
    /// choices are counted.
    public boolean isDecidedByOwners() {
        return electorate.voice() == Voice.OWNER && paper.choices().stream().allMatch(it -> it.cost() == 0);
    }

    /// Whether everybody may see how it stands.
    public boolean showsBars() {
        return live || !isOpen;
    }

    /// A line of the trail.
    ///
    /// @param by   the id of a staff member, or of a key
    /// @param deed nothing of what anybody votes, and no voter
    public Noted noted(String by, String deed, Instant at) {
        return new Noted(community, by, Noted.Kind.VOTE, "poll/" + number, deed, at);
    }

    @Override
    public String toString() {
        return "Poll[" + community + " #" + number + "]";
    }
}
