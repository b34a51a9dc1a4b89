package org.linli.open311;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.community.Place;

/// What a client reports, read and checked.
///
/// @param service     a label
/// @param place       `null` where the address names none that we know
/// @param detail      the address as far as it is not the place; may be empty
/// @param description as it was sent; may be empty
/// @param answers     to the service's own questions, a line each
/// @param phone       where staff may ask back; `null` where none was sent. Never given out
/// @param media       addresses of pictures
/// @param fingerprint the same when the same call is repeated
public record Submitted(
        String service,
        @Nullable Place place,
        String detail,
        String description,
        List<String> answers,
        @Nullable String phone,
        List<String> media,
        String fingerprint) {

    public Submitted {
        answers = List.copyOf(answers);
        media = List.copyOf(media);
    }

    @Override
    public String toString() {
        return "Submitted[" + service + "]";
    }
}
