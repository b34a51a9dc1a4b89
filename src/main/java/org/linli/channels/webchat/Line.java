package org.linli.channels.webchat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One bubble, as it is stored and as browsers get it.
///
/// @param seq     rises by one or more from line to line of a room
/// @param id      the browser's or the letter's key
/// @param speaker empty for the service
record Line(long seq, String id, String speaker, Said said, Instant at) {

    /// @param choices what may be tapped below the words
    /// @param picture the id of one in the same room
    record Said(String text, List<String> choices, @Nullable String picture) {

        Said {
            choices = List.copyOf(choices);
        }

        static Said words(String text, List<String> choices) {
            return new Said(text, choices, null);
        }

        static Said picture(String id) {
            return new Said("", List.of(), id);
        }

        @Override
        public String toString() {
            return "Said[]";
        }
    }

    @Override
    public String toString() {
        return "Line[" + seq + "]";
    }
}
