package org.linli.polls.consent;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Something of a rearrangement changes.
record Rearranged(Change what) implements Effect {

    /// One of these.
    sealed interface Change {

        Rearrangement it();

        /// Its number is given when it is written.
        record Asked(Rearrangement it) implements Change {}

        /// @param proposer as a voter is called
        record Answered(Rearrangement it, String proposer, boolean agrees, Instant at) implements Change {}

        /// It is done, refused or undone; where it is done, what becomes of it is written with the supporters of all
        /// that it was made of.
        ///
        /// @param before its version then
        record Moved(long before, Rearrangement it, Instant at) implements Change {}
    }

    @Override
    public Object contested() {
        return switch (what) {
            case Change.Asked asked -> "rearrangement in " + asked.it().round();
            case Change.Answered answered ->
                "consent " + answered.it().round() + answered.it().number();
            case Change.Moved moved -> "number in " + moved.it().round();
        };
    }

    @Override
    public String toString() {
        return "Rearranged[" + what.getClass().getSimpleName() + "]";
    }

    @Override
    public CommunityId community() {
        return what.it().community();
    }
}
