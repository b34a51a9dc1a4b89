package org.linli.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.linli.api.Refusal.Type;

/// Where a page ends, as a text of which programs need to know nothing.
final class PageCursor {

    private PageCursor() {}

    static String opaque(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Signals [Refusal] for what never was one of ours.
    static String read(String opaque) {
        try {
            return new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noCursor) {
            throw Refusal.of(Type.CURSOR);
        }
    }
}
