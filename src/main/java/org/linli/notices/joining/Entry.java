package org.linli.notices.joining;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.notices.Invitation.Whose;

/// Who takes places at an activity.
///
/// @param who      names them: `resident:…`, `home:…` or `address:…`
/// @param resident who said so; empty where nobody knows
/// @param name     as they want to be called; may be empty
/// @param home     a place's id; may be empty
/// @param address  where they are told of changes
/// @param people   how many come, themselves included
/// @param at       since when; whoever waits longest gets the next place
public record Entry(
        String who, String resident, String name, String home, Address address, int people, State state, Instant at) {

    /// Stored by name.
    public enum State {
        COMES,
        /// Until places are free (候补).
        WAITS,
        /// Took it back.
        LEFT
    }

    /// How whoever talks is known to an activity.
    ///
    /// @param household the single home they live in; empty where there is none
    public static String who(Whose whose, @Nullable String resident, String household, Address address) {
        if (whose == Whose.HOUSEHOLD && !household.isEmpty()) {
            return "home:" + household;
        }
        return resident == null ? "address:" + address.text() : "resident:" + resident;
    }

    Entry as(State other, int many, Instant since) {
        return new Entry(who, resident, name, home, address, many, other, since);
    }

    @Override
    public String toString() {
        return "Entry[" + who + ", " + state + "]";
    }
}
