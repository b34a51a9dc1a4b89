package org.linli.cases;

import java.nio.charset.StandardCharsets;

/// Tells a picture by its first bytes.
final class PictureKind {

    private PictureKind() {}

    /// Throws [NotAPicture].
    static String mediaType(byte[] bytes) {
        if (bytes.length > Pictures.MOST_BYTES) {
            throw new NotAPicture("%d bytes (expected: up to %d)".formatted(bytes.length, Pictures.MOST_BYTES));
        }
        if (at(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (at(bytes, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return "image/png";
        }
        if (text(bytes, 0).equals("RIFF") && text(bytes, 8).equals("WEBP")) {
            return "image/webp";
        }
        throw new NotAPicture("unknown first bytes (expected: JPEG, PNG or WebP)");
    }

    private static boolean at(byte[] bytes, int from, int... expected) {
        if (bytes.length < from + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[from + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int from) {
        return bytes.length < from + 4 ? "" : new String(bytes, from, 4, StandardCharsets.ISO_8859_1);
    }
}
