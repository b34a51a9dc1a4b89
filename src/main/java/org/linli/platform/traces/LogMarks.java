package org.linli.platform.traces;

import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.slf4j.MDC;

/// What stands in a line of the log about one message. Most messages have no line, so it is put into words when one is
/// written.
final class LogMarks {

    private static final ThreadLocal<@Nullable LogMarks> HERE = new ThreadLocal<>();

    private final CommunityId community;
    private final long arrival;
    private volatile @Nullable String trace;

    private LogMarks(CommunityId community, long arrival) {
        this.community = community;
        this.arrival = arrival;
    }

    static LogMarks of(CommunityId community, long arrival) {
        return new LogMarks(community, arrival);
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
            MDC.put("linli.community", marks.community.value());
            MDC.put("linli.message", MessageKey.of(marks.arrival));
            MDC.put("trace.id", marks.trace());
        }
    }

    private String trace() {
        String known = trace;
        if (known == null) {
            known = TraceOfMessage.of(community, arrival).trace();
            trace = known;
        }
        return known;
    }
}
