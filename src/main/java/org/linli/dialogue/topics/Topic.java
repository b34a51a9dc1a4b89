package org.linli.dialogue.topics;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.understanding.Intent;

/// A problem (话题) that the neighbours of one group speak of at the moment.
///
/// @param about   the case's number
/// @param label   like `report.power`
/// @param place   id of the place; `null` where none was said
/// @param saidAt  when it was last spoken of
/// @param others  how much was said about something else since
/// @param joined  how many joined it since it was told
/// @param lineAt  when the group last heard a line of ours about it
public record Topic(
        String about, String label, @Nullable String place, Instant saidAt, int others, int joined, Instant lineAt) {

    /// After that nobody means it any more.
    public static final Duration REMEMBERED = Duration.ofHours(1);

    /// So long somebody may still point at what was said of it.
    static final Duration QUOTED = Duration.ofDays(1);

    private static final Duration BETWEEN_LINES = Duration.ofMinutes(10);

    /// Whether whoever speaks in this way now still means it: the less they say, the nearer it has to be.
    public boolean isMeantBy(Reference reference, Instant now) {
        return others <= reference.mostOthers()
                && saidAt.plus(reference.within()).isAfter(now);
    }

    /// Nobody joins it: what neighbours say of it goes to staff.
    public boolean isEmergency() {
        return label.equals(Intent.EMERGENCY.label());
    }

    /// As if it had just been told: whoever points at it means it, however much was said since.
    Topic pointedAt(Instant now) {
        return new Topic(about, label, place, now, 0, joined, lineAt);
    }

    /// Whether the group hears that somebody joined: the first time, then not before ten minutes have passed.
    public boolean deservesLine(Instant now) {
        return joined == 0 || lineAt.plus(BETWEEN_LINES).isBefore(now);
    }
}
