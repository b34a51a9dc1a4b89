package org.linli.polls.asking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants to ask, as it was typed: anything may be missing or wrong, and is shown again as it is.
///
/// @param id      made with the empty form, so that a second click asks nothing twice
/// @param kind    a [org.linli.polls.ballots.BallotKind], or `YES_NO`, or `DATE`
/// @param choices one a line
/// @param where   `group:b3`, or `place:s1`
/// @param tag     what staff knows of those who are asked; empty: of whoever lives there
/// @param hours   how long it lasts
public record PollForm(
        @Nullable String id,
        @Nullable String words,
        @Nullable String kind,
        @Nullable String choices,
        @Nullable String most,
        @Nullable String voice,
        @Nullable String where,
        @Nullable String tag,
        @Nullable String hours,
        @Nullable Boolean live) {

    public static PollForm empty(UUID id) {
        return new PollForm(id.toString(), "", "ONE", "", "3", "PERSON", "", "", "24", true);
    }

    @Override
    public String toString() {
        return "PollForm[]";
    }
}
