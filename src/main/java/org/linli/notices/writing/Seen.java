package org.linli.notices.writing;

import org.linli.notices.Notice;

/// What somebody had before them who approves a notice.
///
/// @param people how many it was for
public record Seen(long version, long people) {

    /// The notice as it stands, for so many.
    public static Seen of(Notice notice, long people) {
        return new Seen(notice.version(), people);
    }
}
