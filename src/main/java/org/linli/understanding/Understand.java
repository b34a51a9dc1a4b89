package org.linli.understanding;

import java.time.LocalDateTime;

/// Turns a sentence into what it wants and what it names. Pure computation, microseconds.
public interface Understand {

    /// @param text  as somebody wrote it: anything, also empty
    /// @param group whether it was said among neighbours rather than to the service
    /// @param now   local time, for "since yesterday"
    Understanding understand(String text, boolean group, LocalDateTime now);

    /// What it wants most likely, for those who do not ask what it names.
    ///
    /// @param now as for [#understand]
    default Ranked wanted(String text, boolean group, LocalDateTime now) {
        var understood = understand(text, group, now);
        return new Ranked(understood.intent(), understood.confidence());
    }
}
