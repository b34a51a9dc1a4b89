package org.linli.polls.rounds;

import java.time.Duration;
import java.time.Instant;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.polls.Electorate.Voice;

/// A round of micro-projects (一轮微实事). But for its phase nothing of it changes after it opened.
///
/// @param id         also of its vote
/// @param place      whose residents propose and vote
/// @param since      since when it is in this phase
/// @param version    rises with every change
public record Round(
        CommunityId community,
        String id,
        int number,
        String title,
        String place,
        Rules rules,
        Conditions conditions,
        String askedBy,
        Schedule schedule,
        Phase phase,
        Instant since,
        long version) {

    /// How long residents may say how it was done.
    private static final Duration APPRAISAL = Duration.ofDays(14);

    public Round in(Phase next, Instant now) {
        return new Round(
                community, id, number, title, place, rules, conditions, askedBy, schedule, next, now, version + 1);
    }

    public Voice voice() {
        return conditions.voice();
    }

    /// So many neighbours have to support a proposal before it is reviewed.
    public int supporters() {
        return conditions.supporters();
    }

    /// Of the appraisal, once it has begun.
    public Instant appraiseUntil() {
        return since.plus(APPRAISAL);
    }

    /// A line of the trail.
    ///
    /// @param deed nothing personal
    public Noted noted(StaffMember by, String deed, Instant at) {
        return new Noted(community, by.id(), Noted.Kind.VOTE, "round/" + number, deed, at);
    }

    @Override
    public String toString() {
        return "Round[" + community + " " + number + ", " + phase + "]";
    }
}
