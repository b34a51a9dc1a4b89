package org.linli.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.linli.channels.PassiveReplyWritten;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Bells;
import org.linli.platform.jobs.Job;
import org.linli.platform.traces.MessageKey;
import org.linli.platform.traces.Step;
import org.linli.platform.traces.Traces;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Records which answers have left in a response, many at once and after the response, so that nobody waits for it.
///
/// What a crash loses here has left all the same; the outbox then calls it "unknown".
@Component
class WrittenReplies implements Job {

    private static final String NAME = "record-written-replies";
    private static final int MOST = 1024;

    private final Queue<PassiveReplyWritten> written = new ConcurrentLinkedQueue<>();
    private final Effects effects;
    private final Bells bells;
    private final Traces traces;
    private final Clock clock;

    WrittenReplies(Effects effects, Bells bells, Traces traces, Clock clock) {
        this.effects = effects;
        this.bells = bells;
        this.traces = traces;
        this.clock = clock;
    }

    /// @param ready when the answer was there to be written
    Mono<Void> add(PassiveReplyWritten reply, Instant ready) {
        return Mono.fromRunnable(() -> {
            written.add(reply);
            note(reply, ready);
            bells.ring(NAME);
        });
    }

    private void note(PassiveReplyWritten reply, Instant ready) {
        MessageKey.arrivalIn(reply.letter())
                .ifPresent(arrival -> traces.note(
                        new Step(reply.community(), arrival, "letter", "answered", ready, clock.instant())));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Mono<Integer> round() {
        var batch = next();
        return effects.commit(batch).thenReturn(batch.size()).doOnError(_ -> written.addAll(batch));
    }

    private List<PassiveReplyWritten> next() {
        var batch = new ArrayList<PassiveReplyWritten>();
        for (PassiveReplyWritten reply; batch.size() < MOST && (reply = written.poll()) != null; ) {
            batch.add(reply);
        }
        return batch;
    }
}
