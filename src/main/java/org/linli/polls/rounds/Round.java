package org.linli.polls.rounds;

import org.linli.platform.database.CommunityId;
import org.linli.polls.Electorate.Voice;

/// A round of micro-projects (一轮微实事). But for its phase nothing of it changes after it opened.
///
/// @param id         also of its vote
/// @param place      whose residents propose and vote
/// @param supporters so many neighbours have to support a proposal before it is reviewed
/// @param version    rises with every change
public record Round(
        CommunityId community,
        String id,
        int number,
        String title,
        String place,
        Rules rules,
        Voice voice,
        int supporters,
        String askedBy,
        Schedule schedule,
        Phase phase,
        long version) {

    public Round in(Phase next) {
        return new Round(
                community, id, number, title, place, rules, voice, supporters, askedBy, schedule, next, version + 1);
    }

    @Override
    public String toString() {
        return "Round[" + community + " " + number + ", " + phase + "]";
    }
}
