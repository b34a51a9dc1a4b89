package org.linli.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.linli.channels.Outbound;
import org.linli.channels.Reach;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.SendFailure.Reason;
import org.linli.channels.Way;
import org.linli.ledger.Errand;
import org.linli.ledger.Leave.AfterAnAct;
import org.linli.ledger.Leave.Given;
import org.linli.ledger.Leave.NotBefore;
import org.linli.ledger.Ledger;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Outage;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Hands a letter over by one way: cuts it to what the way carries, asks the ledger before each part.
@Component
class SendByWay {

    static final String TURN = "WAITS_ITS_TURN";

    private static final Duration LIMIT_A_PART = Duration.ofSeconds(15);

    /// A place in a rate that comes sooner is waited for here; one that comes within the minute is worth more than a
    /// way that costs more.
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Outage correcting = new Outage(LoggerFactory.getLogger(SendByWay.class), "correcting the ledger");
    private final Ledger ledger;
    private final Effects effects;
    private final Clock clock;

    SendByWay(Ledger ledger, Effects effects, Clock clock) {
        this.ledger = ledger;
        this.effects = effects;
        this.clock = clock;
    }

    /// Never empty, never an error.
    Mono<Attempt> send(Way way, ClaimedLetter claimed, Outbound message) {
        var parts = SplitText.split(message, way.limits());
        int before = claimed.way().equals(way.id()) ? Math.min(claimed.partsSent(), parts.size() - 1) : 0;
        var nothing = new Attempt(message.to(), way.id(), List.of(), new Outcome.Sent(before));
        return Flux.fromIterable(parts.subList(before, parts.size()))
                .reduce(
                        Mono.just(nothing),
                        (soFar, part) -> soFar.flatMap(attempt -> attempt.outcome() instanceof Outcome.Sent
                                ? sendPart(way, claimed, part, attempt)
                                : Mono.just(attempt)))
                .flatMap(attempt -> attempt);
    }

    private Mono<Attempt> sendPart(Way way, ClaimedLetter claimed, Outbound part, Attempt soFar) {
        var errand = new Errand(claimed.letter().community(), part.to(), way.id(), way.allowances(part));
        int sent = soFar.outcome().partsSent();
        return ledger.ask(errand, AT_ONCE)
                .onErrorResume(error -> Mono.just(new NotBefore(clock.instant().plusSeconds(1))))
                .flatMap(leave -> switch (leave) {
                    case Given given -> handOver(way, claimed, part, errand, given, soFar);
                    case NotBefore later -> Mono.just(with(soFar, waiting(later.time(), claimed, sent)));
                    case AfterAnAct _ ->
                        Mono.just(with(soFar, new Outcome.Held(Reason.WINDOW_CLOSED.name(), null, sent)));
                });
    }

    private Mono<Attempt> handOver(
            Way way, ClaimedLetter claimed, Outbound part, Errand errand, Given given, Attempt soFar) {
        int sent = soFar.outcome().partsSent();
        return shown(way, part)
                .timeout(LIMIT_A_PART)
                .map(receipt -> taken(soFar, receipt, sent + 1))
                .onErrorResume(error -> error instanceof SendFailure failure && failure.reason() != Reason.UNCERTAIN
                        ? refused(errand, given, failure).thenReturn(with(soFar, after(failure, claimed, sent)))
                        : Mono.just(with(soFar, new Outcome.Unknown(why(error), sent))));
    }

    /// Where a picture cannot be shown after all, it is said where it can be looked at.
    private static Mono<Receipt> shown(Way way, Outbound part) {
        var sending = Mono.defer(() -> way.send(part));
        return part.picture() == null || part.text().isEmpty()
                ? sending
                : sending.onErrorResume(SendByWay::isRefused, _ -> way.send(part.inWords()));
    }

    private static boolean isRefused(Throwable error) {
        return error instanceof SendFailure failure && failure.reason() == Reason.CONTENT_REFUSED;
    }

    /// What the ledger does not learn now it learns from the next failure; what was drawn goes back all the same.
    private Mono<Void> refused(Errand errand, Given given, SendFailure failure) {
        return Flux.concatDelayError(ledger.correct(errand, failure), ledger.giveBack(given), lost(errand, failure))
                .then()
                .doOnSuccess(_ -> correcting.works())
                .doOnError(error -> correcting.failed(error, "it learns from the next failure"))
                .onErrorComplete();
    }

    /// Whoever is gone from there is known to be, until they do something again.
    private Mono<Void> lost(Errand errand, SendFailure failure) {
        return failure.reason() == Reason.RECIPIENT_GONE && !errand.to().isGroup()
                ? effects.commit(List.of(new Reach(errand.community(), errand.to(), false, clock.instant())))
                : Mono.empty();
    }

    private Outcome after(SendFailure failure, ClaimedLetter claimed, int sent) {
        String reason = failure.reason().name();
        return switch (Reaction.to(failure.reason())) {
            case AGAIN ->
                Backoff.after(failure, claimed.failures() + 1, claimed.letter().key())
                        .<Outcome>map(wait -> new Outcome.Later(wait, reason, true, sent))
                        .orElseGet(() -> new Outcome.Failed(reason, sent));
            case NEXT_OR_HOLD ->
                new Outcome.Held(
                        reason, failure.retryAfter().map(clock.instant()::plus).orElse(null), sent);
            case NEXT_OR_GIVE_UP -> new Outcome.Failed(reason, sent);
            case LEAVE_OPEN -> new Outcome.Unknown(reason, sent);
        };
    }

    private Outcome waiting(Instant until, ClaimedLetter claimed, int sent) {
        Duration wait = Duration.between(clock.instant(), until);
        return wait.compareTo(SOON) <= 0 && !claimed.urgent()
                ? new Outcome.Later(wait, TURN, false, sent)
                : new Outcome.Held(Reason.QUOTA_SPENT.name(), until, sent);
    }

    private static Attempt taken(Attempt soFar, Receipt receipt, int sent) {
        var receipts = Stream.concat(soFar.receipts().stream(), Stream.of(receipt.platformId()))
                .toList();
        return new Attempt(soFar.to(), soFar.way(), receipts, new Outcome.Sent(sent));
    }

    private static Attempt with(Attempt soFar, Outcome outcome) {
        return new Attempt(soFar.to(), soFar.way(), soFar.receipts(), outcome);
    }

    private static String why(Throwable error) {
        return error instanceof TimeoutException ? "TIMEOUT" : Reason.UNCERTAIN.name();
    }
}
