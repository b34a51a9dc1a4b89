package org.linli.audit;

import java.time.Instant;

/// What of the trail is looked at.
///
/// @param what  a name of [org.linli.platform.audit.Noted.Kind]; empty: of every kind
/// @param who   the id of a staff member or a key; empty: whoever
/// @param about a part of what it is about, like the number of a case or `staff/`; empty: whatever
/// @param until from then on no more
public record TrailFilter(String what, String who, String about, Instant from, Instant until) {

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    static TrailFilter of(String what) {
        return new TrailFilter(what, "", "", Instant.EPOCH, END);
    }

    /// The same up to whenever.
    public static TrailFilter since(Instant from, String what, String who, String about) {
        return new TrailFilter(what, who, about, from, END);
    }
}
