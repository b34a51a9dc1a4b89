package org.linli.dialogue.extract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;

/// One line that went between a resident and the service, or what was sent instead of words.
///
/// @param by    the resident's address; `null` for the service
/// @param words not masked; empty where something was sent instead
/// @param media ids of what was sent instead of words
public record Exchanged(Instant at, @Nullable Address by, String words, List<String> media) {

    public Exchanged {
        media = List.copyOf(media);
    }

    @Override
    public String toString() {
        return "Exchanged[" + at + "]";
    }
}
