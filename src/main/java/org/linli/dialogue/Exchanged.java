package org.linli.dialogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;

/// One line that went between a resident and the service, or the pictures that were shown instead.
///
/// @param by       the resident's address; `null` for the service
/// @param words    not masked; empty beside pictures
/// @param pictures media ids of the channel, in order
public record Exchanged(Instant at, @Nullable Address by, String words, List<String> pictures) {

    public Exchanged {
        pictures = List.copyOf(pictures);
    }

    @Override
    public String toString() {
        return "Exchanged[" + at + "]";
    }
}
