package org.linli.media;

import org.jspecify.annotations.Nullable;
import org.linli.channels.Media;
import org.linli.platform.signing.Sha256;

/// Bytes that may be kept: nothing in them tells where or with what they were taken.
///
/// @param small a small JPEG of a picture; `null` for everything else
record Cleaned(String type, byte[] bytes, byte @Nullable [] small) {

    /// Films are all of one family of boxes, and go by its common name.
    ///
    /// Throws `MediaFailure` for what says that it is a picture and is none, or is too large to be looked at.
    static Cleaned of(Media media) {
        return switch (media.type().substring(0, media.type().indexOf('/'))) {
            case "image" -> CleanPicture.of(media);
            case "video" -> new Cleaned("video/mp4", CleanFilm.of(media.bytes()), null);
            case "audio" -> new Cleaned(media.type(), CleanFilm.of(media.bytes()), null);
            default -> new Cleaned(media.type(), media.bytes(), null);
        };
    }

    /// Names the content: SHA-256, which every Java has.
    byte[] hash() {
        return Sha256.of(bytes);
    }

    @Override
    public String toString() {
        return "Cleaned[%s, %d bytes]".formatted(type, bytes.length);
    }
}
