package org.linli.channels.webchat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One bubble, as it is stored and as browsers get it.
///
/// @param seq     rises by one or more from line to line of a room
/// @param id      the browser's or the letter's key
/// @param speaker empty for the service
/// @param quoted  what it points at, as it reads now; `null` for most, and when that was forgotten
record Line(
        long seq,
        String id,
        String speaker,
        Said said,
        Instant at,
        @Nullable Quoted quoted) {

    Line(long seq, String id, String speaker, Said said, Instant at) {
        this(seq, id, speaker, said, at, null);
    }

    /// The same, if this is what it points at.
    Line beside(Quoted earlier) {
        return earlier.id().equals(said.quotes()) ? new Line(seq, id, speaker, said, at, earlier) : this;
    }

    /// An earlier line of the same room, as far as it is shown above a reply.
    ///
    /// @param text its beginning; empty for a picture
    record Quoted(String id, String speaker, String text) {

        @Override
        public String toString() {
            return "Quoted[]";
        }
    }

    /// @param choices what may be tapped below the words
    /// @param picture the id of one in the same room
    /// @param quotes  the id of the line that it points at; not its words, which may be forgotten
    record Said(
            String text,
            List<String> choices,
            @Nullable String picture,
            @Nullable String quotes) {

        Said {
            choices = List.copyOf(choices);
        }

        static Said words(String text, List<String> choices) {
            return new Said(text, choices, null, null);
        }

        static Said picture(String id) {
            return new Said("", List.of(), id, null);
        }

        Said quoting(Quoted earlier) {
            return new Said(text, choices, picture, earlier.id());
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
