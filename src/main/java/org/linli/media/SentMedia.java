package org.linli.media;

import java.util.Locale;

/// Something that somebody sent, as pages show it.
///
/// @param type of the bytes; empty while they are not here
/// @param name of a file, as the sender calls it; may be empty or anything
/// @param size in bytes; zero while they are not here
public record SentMedia(String id, MediaKind kind, State state, String type, String name, long size) {

    /// How far we are with it.
    public enum State {
        /// Being fetched, or soon to be.
        DUE,
        KEPT,
        /// The platform did not give it out in time, or we have forgotten it.
        GONE,
        TOO_LARGE,
        REFUSED_TYPE;

        static State of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    /// What is not known (any more).
    public static SentMedia forgotten(String id) {
        return new SentMedia(id, MediaKind.FILE, State.GONE, "", "", 0);
    }

    /// Whether a browser can show it as a picture.
    public boolean isPicture() {
        return type.startsWith("image/");
    }

    @Override
    public String toString() {
        return "SentMedia[" + id + ", " + state + "]";
    }
}
