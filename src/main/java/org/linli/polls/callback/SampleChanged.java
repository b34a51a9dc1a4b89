package org.linli.polls.callback;

import java.time.Instant;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.callback.Drawn.State;

/// Something happens to a sample.
record SampleChanged(CommunityId community, String poll, Change what) implements Effect {

    /// One of these.
    sealed interface Change {

        /// @param size   of the log
        /// @param places that the lot fell on
        record IsDrawn(int size, String root, List<Integer> places, Instant at) implements Change {}

        /// Its voter was written to, or is reached nowhere; or has answered.
        record Moved(int place, State now) implements Change {}

        /// All were written to.
        record IsAsked(Instant at) implements Change {}
    }

    @Override
    public Object contested() {
        return what instanceof Change.Moved(int place, State _)
                ? "callback " + poll + " " + place
                : "sample of " + poll;
    }
}
