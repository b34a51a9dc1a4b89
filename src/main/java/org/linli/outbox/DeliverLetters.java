package org.linli.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.linli.platform.jobs.Alongside;
import org.linli.platform.jobs.Bells;
import org.linli.platform.jobs.Job;
import org.linli.platform.traces.MessageInLog;
import org.linli.platform.traces.MessageKey;
import org.linli.platform.traces.Step;
import org.linli.platform.traces.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Sends what is due, each letter once.
///
/// A letter that was handed to a platform and whose outcome could not be written down stays "sending" until its lease
/// is over, then it is "unknown": it may have arrived, so it is not sent again.
@Component
class DeliverLetters implements Job {

    static final String NAME = "deliver-letters";

    private static final Logger LOG = LoggerFactory.getLogger(DeliverLetters.class);

    private final Busy busy = new Busy();
    private final Alongside running = new Alongside(NAME, Busy.PLACES);
    private final LetterQueue queue;
    private final SendLetter send;
    private final RecordOutcomes outcomes;
    private final LettersBehind behind;
    private final Bells bells;
    private final MeterRegistry meters;
    private final Traces traces;
    private final Clock clock;

    DeliverLetters(
            LetterQueue queue,
            SendLetter send,
            RecordOutcomes outcomes,
            LettersBehind behind,
            Bells bells,
            MeterRegistry meters,
            Traces traces,
            Clock clock) {
        this.queue = queue;
        this.send = send;
        this.outcomes = outcomes;
        this.behind = behind;
        this.bells = bells;
        this.meters = meters;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(200);
    }

    @Override
    public Mono<Integer> round() {
        int free = Math.min(running.free(), busy.free());
        return free == 0
                ? Mono.just(0)
                : queue.claim(free, busy.taken(clock.instant())).flatMap(this::start);
    }

    /// What ends or comes from now on rings; where nothing else may be left, nobody looks again without that.
    private Mono<Integer> start(LetterQueue.Claim claim) {
        claim.letters().forEach(this::start);
        return behind.standBehind(claim.letters())
                .thenReturn(claim.more() ? claim.letters().size() : 0);
    }

    private void start(ClaimedLetter letter) {
        busy.begins(letter.account());
        running.start(named(letter), () -> {
            busy.ends(letter.account());
            bells.ring(NAME);
        });
    }

    /// What is logged about a letter that answers a message names the message.
    private Mono<Void> named(ClaimedLetter claimed) {
        var arrival = MessageKey.arrivalIn(claimed.letter().key());
        return arrival.isEmpty()
                ? deliver(claimed)
                : MessageInLog.about(claimed.letter().community(), arrival.getAsLong(), () -> deliver(claimed));
    }

    private Mono<Void> deliver(ClaimedLetter claimed) {
        Instant begun = clock.instant();
        return send.send(claimed)
                .doOnNext(attempt -> report(claimed, attempt.outcome()))
                .doOnNext(attempt -> note(claimed.letter(), begun, attempt.outcome()))
                .flatMap(attempt -> outcomes.record(claimed, attempt));
    }

    /// A letter that answers a message belongs to its trace.
    private void note(Letter letter, Instant begun, Outcome outcome) {
        MessageKey.arrivalIn(letter.key())
                .ifPresent(arrival -> traces.note(
                        new Step(letter.community(), arrival, "letter", outcome.state(), begun, clock.instant())));
    }

    private void report(ClaimedLetter claimed, Outcome outcome) {
        Letter letter = claimed.letter();
        String counted = outcome instanceof Outcome.Later ? "later" : outcome.state();
        meters.counter("linli.letters", "channel", letter.to().channel().value(), "outcome", counted)
                .increment();
        switch (outcome) {
            case Outcome.Sent _ -> busy.sent(claimed.account());
            case Outcome.Later it
            when !it.failed() -> busy.rests(claimed.account(), clock.instant().plus(it.delay()));
            case Outcome.Later it -> {
                if (it.isTooMuch()) {
                    busy.isTooMuch(claimed.account());
                }
                LOG.info("{} not sent ({}), again in {}", letter, it.reason(), it.delay());
            }
            case Outcome.Held it -> LOG.debug("{} waits until a way opens ({})", letter, it.reason());
            case Outcome.Failed it -> LOG.warn("{} not sent ({}), kept for staff", letter, it.reason());
            case Outcome.Unknown it -> LOG.warn("{} may or may not have arrived ({})", letter, it.reason());
        }
    }
}
