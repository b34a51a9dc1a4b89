package org.linli.dialogue;

import java.time.Instant;

/// One line of a talk as staff sees it.
///
/// @param by the staff member's name, or empty for the resident
public record Line(Instant at, String by, String words) {

    @Override
    public String toString() {
        return "Line[" + at + "]";
    }
}
