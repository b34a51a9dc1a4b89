package org.linli.cases;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;

/// One line of a case's history: who did what when. Written once, never changed.
///
/// @param state    of the case afterwards
/// @param unit     the unit responsible afterwards
/// @param words    what was said with it; may be empty
/// @param pictures ids of kept pictures, or media ids of the channel it came by
/// @param amount   in yuan, where the workflow asked for money; `null` where it did not
public record Step(
        CommunityId community,
        String number,
        Kind kind,
        Who by,
        Instant at,
        State state,
        String unit,
        String words,
        List<String> pictures,
        @Nullable BigDecimal amount) {

    public Step {
        pictures = List.copyOf(pictures);
    }

    /// Stored by name, so a kind is never renamed.
    public enum Kind {
        OPENED,
        /// Staff entered it for somebody; the words tell how it came.
        ENTERED,
        /// Staff told somebody who cannot be written to.
        TOLD,
        /// Why it went to the unit that has it.
        ROUTED,
        /// Nobody was responsible for it by place and label, so it lies with the desk.
        NOBODY_FOUND,
        ACCEPTED,
        PASSED_ON,
        /// Somebody by name has it from now on.
        HANDED_OVER,
        RETURNED,
        ANSWERED,
        /// A time that was written to the resident counts.
        PROMISED,
        /// Staff asked the resident for what is missing.
        ASKED,
        RESOLVED,
        /// It takes longer than was promised.
        DELAYED,
        URGED,
        ADDED,
        /// The resident corrected where it is.
        RELOCATED,
        /// Staff found that it is about something else.
        RELABELLED,
        /// It is more pressing than before, or less.
        PRIORITISED,
        /// Another neighbour has the same problem.
        JOINED,
        /// The reporter took it back, and others still wait for it.
        LEFT,
        WITHDRAWN,
        RATED,
        REOPENED,
        CLOSED,
        /// It is the same problem as another case, and rests in that one.
        MERGED,
        /// Another case about the same problem rests in this one from now on.
        TOOK_IN,
        /// It was not the same problem: two cases that were merged are two again.
        TAKEN_APART,
        /// Neighbours who had joined got a case of their own; the words tell which.
        SPLIT,
        /// A time that was promised is over; the words tell which, and who was told.
        OVERDUE,
        /// One more unit above was told of it.
        ESCALATED,
        /// What was done to many cases at once was taken back in this one.
        UNDONE,
        /// A neighbour who was asked says whether it is done.
        NEIGHBOUR_ASKED,
        /// Staff has called back whoever waited for it; the words tell what they said.
        CALLED_BACK,
        /// Somebody looked at personal data.
        UNMASKED
    }

    public static Step of(Case after, Kind kind, Who by, Instant at, String words, List<String> pictures) {
        return new Step(
                after.community(),
                after.number(),
                kind,
                by,
                at,
                after.state(),
                after.care().unit(),
                words,
                pictures,
                null);
    }

    Step costing(@Nullable BigDecimal yuan) {
        return new Step(community, number, kind, by, at, state, unit, words, pictures, yuan);
    }

    @Override
    public String toString() {
        return "Step[" + number + ", " + kind + "]";
    }
}
