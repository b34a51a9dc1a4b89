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
/// @param about    the number of the case that the group speaks of and this belongs to, or that was pointed at; `null`
///                 for a matter of its own
/// @param kind    of the speaker's own cases the one of this label is meant, whatever was opened since; `null` where
///                the latest is
/// @param overheard whether it was said of `about` among neighbours, who did not call us: there we do not speak where
///                  we know nothing to say
public record Request(
        String key,
        Speaker speaker,
        Intent intent,
        List<String> words,
        List<String> pictures,
        @Nullable Place place,
        String detail,
        Entities entities,
        Instant at,
        @Nullable String about,
        @Nullable Intent kind,
        boolean overheard) {

    public Request {
        words = List.copyOf(words);
        pictures = List.copyOf(pictures);
    }

    public Request(
            String key,
            Speaker speaker,
            Intent intent,
            List<String> words,
            List<String> pictures,
            @Nullable Place place,
            String detail,
            Entities entities,
            Instant at) {
        this(key, speaker, intent, words, pictures, place, detail, entities, at, null, null, false);
    }

    public Request concerning(String number, boolean toUs) {
        return new Request(key, speaker, intent, words, pictures, place, detail, entities, at, number, kind, !toUs);
    }

    /// What is told within an emergency is of its case.
    public Request ofEmergency() {
        return new Request(
                key, speaker, intent, words, pictures, place, detail, entities, at, about, Intent.EMERGENCY, overheard);
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
