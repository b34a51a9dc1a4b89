package org.linli.polls.callback;

/// An entry that the lot fell on.
///
/// @param place in the log, from 0
public record Drawn(int place, State state) {

    /// Stored by name, so never renamed.
    public enum State {
        /// Its voter is written to as soon as possible.
        DRAWN,
        ASKED,
        /// Nobody is reached.
        UNREACHED,
        /// The voter meant what it holds.
        SAME,
        /// The voter says that it holds something else.
        DIFFERS;

        public boolean isAnswer() {
            return this == SAME || this == DIFFERS;
        }
    }
}
