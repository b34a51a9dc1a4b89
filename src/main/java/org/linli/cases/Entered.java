package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Staff entered a report for somebody who does not write to us (代录).
///
/// @param by    who entered it
/// @param dueBy set by whoever is above; `null`: as the workflow has it
public record Entered(Way way, Who by, @Nullable Instant dueBy) {

    public Entered(Way way, Who by) {
        this(way, by, null);
    }
}
