package org.linli.polls;

import java.time.Instant;
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

    @Override
    public String toString() {
        return "Poll[" + community + " #" + number + "]";
    }
}
