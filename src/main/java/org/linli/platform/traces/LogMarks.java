package org.linli.platform.traces;

import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.slf4j.MDC;

/// What stands in a line of the log about one message.
record LogMarks(String community, String message, String trace) {

    private static final ThreadLocal<@Nullable LogMarks> HERE = new ThreadLocal<>();

    static LogMarks of(CommunityId community, long arrival) {
        return new LogMarks(
                community.value(),
                MessageKey.of(arrival),
                TraceOfMessage.of(community, arrival).trace());
    }

    /// For this thread, from now on; back comes what stood there before.
    ///
    /// @param marks `null` for lines about no message
    static @Nullable LogMarks put(@Nullable LogMarks marks) {
        LogMarks before = HERE.get();
        if (before != marks) {
            HERE.set(marks);
            write(marks);
        }
        return before;
    }

    private static void write(@Nullable LogMarks marks) {
        if (marks == null) {
            MDC.remove("linli.community");
            MDC.remove("linli.message");
            MDC.remove("trace.id");
        } else {
            MDC.put("linli.community", marks.community);
            MDC.put("linli.message", marks.message);
            MDC.put("trace.id", marks.trace);
        }
    }
}
