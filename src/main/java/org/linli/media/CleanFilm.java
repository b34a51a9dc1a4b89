package org.linli.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/// Blanks what a film or a recording tells beside its pictures and sounds: where it was taken, when and with what.
///
/// MP4, M4A and QuickTime are boxes in boxes, each with its length and a name of four letters (ISO/IEC 14496-12). Boxes
/// of remarks become free space of the same length, so that everything else stays where it is pointed at.
final class CleanFilm {

    private static final Set<String> REMARKS = Set.of("udta", "meta", "uuid");
    private static final Set<String> AROUND = Set.of("moov", "trak", "mdia", "moof", "traf");
    private static final int HEADER = 8;
    private static final int DEEPEST = 6;

    private CleanFilm() {}

    /// The same bytes, remarks blanked; untouched where they are no boxes.
    static byte[] of(byte[] bytes) {
        if (bytes.length < HEADER || !name(bytes, 0).equals("ftyp")) {
            return bytes;
        }
        byte[] clean = bytes.clone();
        blank(clean, 0, clean.length, 0);
        return clean;
    }

    private static void blank(byte[] bytes, int from, int to, int depth) {
        int at = from;
        while (at <= to - HEADER && depth < DEEPEST) {
            long length = length(bytes, at, to);
            int header = isLong(bytes, at) ? 2 * HEADER : HEADER;
            if (length < header || length > to - at) {
                return;
            }
            int end = at + (int) length;
            String name = name(bytes, at);
            if (REMARKS.contains(name)) {
                System.arraycopy("free".getBytes(StandardCharsets.US_ASCII), 0, bytes, at + 4, 4);
                Arrays.fill(bytes, at + header, end, (byte) 0);
            } else if (AROUND.contains(name)) {
                blank(bytes, at + header, end, depth + 1);
            }
            at = end;
        }
    }

    private static long length(byte[] bytes, int at, int to) {
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(at));
        if (length == 0) {
            return to - at;
        }
        return isLong(bytes, at) && at + 2 * HEADER <= to
                ? ByteBuffer.wrap(bytes).getLong(at + HEADER)
                : length;
    }

    private static boolean isLong(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at) == 1;
    }

    private static String name(byte[] bytes, int at) {
        return new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
    }
}
