package org.linli.platform.traces;

import java.util.function.Supplier;
import org.linli.platform.database.CommunityId;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/// Names the message in every line that is logged about it: `linli.community`, `linli.message` and `trace.id`, which is
/// that of the trace as well.
///
/// Threads take turns at many messages, so each signal about a message puts its name into the log and takes it out
/// again. That is one more operator beside each operator, and only where [#onEveryThread] was called.
public final class MessageInLog {

    private static final String KEY = MessageInLog.class.getName();

    private MessageInLog() {}

    /// The same work; what is logged in it, on whatever thread, names the message.
    public static <T> Mono<T> about(CommunityId community, long arrival, Supplier<Mono<T>> work) {
        return Mono.just(arrival)
                .flatMap(_ -> work.get())
                .contextWrite(it -> it.put(KEY, LogMarks.of(community, arrival)));
    }

    /// For what is logged on this thread by `report`.
    public static void during(CommunityId community, long arrival, Runnable report) {
        var before = LogMarks.put(LogMarks.of(community, arrival));
        try {
            report.run();
        } finally {
            LogMarks.put(before);
        }
    }

    /// From now on, for all that is put together afterwards.
    public static void onEveryThread() {
        Hooks.onEachOperator(
                KEY,
                Operators.lift((_, subscriber) -> subscriber
                        .currentContext()
                        .<LogMarks>getOrEmpty(KEY)
                        .<CoreSubscriber<? super Object>>map(marks -> new MarkedSignals<>(subscriber, marks))
                        .orElse(subscriber)));
    }

    /// The end of [#onEveryThread].
    public static void onThisThreadOnly() {
        Hooks.resetOnEachOperator(KEY);
    }
}
