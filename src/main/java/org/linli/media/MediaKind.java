package org.linli.media;

import java.util.Locale;

/// What somebody sent, as the platform names it. Stored by name, so a kind is never renamed.
public enum MediaKind {
    PICTURE,
    VOICE,
    VIDEO,
    FILE;

    /// For the facts of letters: `picture`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
