package org.linli.channels.xmpp;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.linli.channels.Inbound;
import org.linli.channels.Intake;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Hands what a connection brings to the inbox, one after the other; what cannot be kept now is tried until it is, or
/// until the connection ends and the archive has it for the next one.
@Component
class KeepWhatIsSaid {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Archives archives;
    private final ObjectProvider<Intake> intake;
    private final KnowNicknames nicknames;
    private final NoteXmpp notes;
    private final MeterRegistry meters;
    private final Clock clock;

    KeepWhatIsSaid(
            Archives archives,
            ObjectProvider<Intake> intake,
            KnowNicknames nicknames,
            NoteXmpp notes,
            MeterRegistry meters,
            Clock clock) {
        this.archives = archives;
        this.intake = intake;
        this.nicknames = nicknames;
        this.notes = notes;
        this.meters = meters;
        this.clock = clock;
    }

    /// Completes when the session has ended and what it brought is kept. Signals [LeaseLost], or what kept the last
    /// message from being kept.
    Mono<Void> of(Session session) {
        var catchUp = new CatchUp(session, archives, this::keep, nicknames, notes, meters);
        var reading = new Reading(session, catchUp, this::keep, nicknames, notes, clock);
        return session.said()
                .concatMap(said -> Mono.defer(() -> reading.of(said)).retryWhen(whileOpen(session)))
                .then();
    }

    private Mono<Void> keep(Inbound message) {
        return Mono.defer(() -> intake.getObject().keep(message));
    }

    private static Retry whileOpen(Session session) {
        return Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                .maxBackoff(LONGEST_PAUSE)
                .filter(error -> !(error instanceof LeaseLost) && session.isOpen());
    }
}
