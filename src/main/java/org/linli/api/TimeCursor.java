package org.linli.api;

import java.time.Instant;
import java.util.regex.Pattern;
import org.linli.api.Refusal.Type;

/// Where a page ends of what is ordered by time, and by id where the time is the same.
///
/// @param at to the microsecond, as the database keeps it
record TimeCursor(Instant at, String id) {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,18}) ([^\\p{Cntrl}]+)");
    private static final long MICROS = 1_000_000;
    private static final long LATEST = 253_402_300_799L;

    /// Before everything where the cursor is empty.
    static TimeCursor of(String cursor) {
        return cursor.isEmpty() ? new TimeCursor(Instant.EPOCH, "") : read(cursor);
    }

    /// After everything where the cursor is empty.
    static TimeCursor latest(String cursor) {
        return cursor.isEmpty() ? new TimeCursor(Instant.ofEpochSecond(LATEST), "") : read(cursor);
    }

    private static TimeCursor read(String cursor) {
        var said = FORM.matcher(PageCursor.read(cursor));
        if (!said.matches()) {
            throw Refusal.of(Type.CURSOR);
        }
        long micros = Long.parseLong(said.group(1));
        if (micros < 0 || micros / MICROS > LATEST) {
            throw Refusal.of(Type.CURSOR);
        }
        return new TimeCursor(Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000), said.group(2));
    }

    static String text(Instant at, String id) {
        return Math.addExact(at.getEpochSecond() * MICROS, at.getNano() / 1_000) + " " + id;
    }
}
