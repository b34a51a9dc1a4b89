package org.linli.dialogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.community.Place;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;

/// A complete request, gathered over one or several messages.
///
/// @param key      names this request for ever; keys of effects and letters are derived from it
/// @param words    what was said about it, in order, phone numbers masked where it was said in a group
/// @param pictures ids of what was sent besides words, pictures and others, in order
/// @param place    where it is; not `null` when [Need#PLACE] was asked for
/// @param detail   what was said below that place, like a floor; may be empty
public record Request(
        String key,
        Speaker speaker,
        Intent intent,
        List<String> words,
        List<String> pictures,
        @Nullable Place place,
        String detail,
        Entities entities,
        Instant at) {

    public Request {
        words = List.copyOf(words);
        pictures = List.copyOf(pictures);
    }

    /// Everything that was said, one line a message.
    public String text() {
        return String.join("\n", words);
    }

    @Override
    public String toString() {
        return "Request[" + key + ", " + intent + "]";
    }
}
