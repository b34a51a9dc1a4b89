package org.linli.understanding;

import java.time.LocalDateTime;

/// Turns a sentence into what it wants and what it names. Pure computation, microseconds.
public interface Understand {

    /// @param text  as somebody wrote it: anything, also empty
    /// @param group whether it was said among neighbours rather than to the service
    /// @param now   local time, for "since yesterday"
    Understanding understand(String text, boolean group, LocalDateTime now);
}
