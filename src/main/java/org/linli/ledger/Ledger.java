package org.linli.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Grant;
import org.linli.channels.Allowance.Quota;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Allowance.Window;
import org.linli.channels.SendFailure;
import org.linli.ledger.Leave.AfterAnAct;
import org.linli.ledger.Leave.Given;
import org.linli.ledger.Leave.Granted;
import org.linli.ledger.Leave.NotBefore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The one ledger of what may still be sent to whom (额度账本). Asked before each message, corrected by what platforms say.
///
/// Never gives more than is allowed, whoever asks at once. A process that dies between drawing and sending loses
/// what it drew; that errs on the safe side.
@Service
public class Ledger {

    private final Standings standings;
    private final Counters counters;
    private final Grants grants;
    private final Rates rates;
    private final Closings closings;
    private final Clock clock;

    Ledger(Standings standings, Counters counters, Grants grants, Rates rates, Closings closings, Clock clock) {
        this.standings = standings;
        this.counters = counters;
        this.grants = grants;
        this.rates = rates;
        this.closings = closings;
        this.clock = clock;
    }

    /// Draws all that the message needs, or nothing. Never empty.
    ///
    /// @param patience how long to wait for a place in a rate
    public Mono<Leave> ask(Errand errand, Duration patience) {
        return standings
                .of(errand.community(), errand.to())
                .flatMap(standing -> standing.closed(errand.way(), clock.instant())
                        .map(Mono::just)
                        .orElseGet(() -> draw(errand, standing, patience, Given.NOTHING_DRAWN, errand.allowances())));
    }

    /// Whether the person's windows and permissions would let the message through now; draws nothing. What is
    /// counted for a whole account is not looked at. Never empty.
    public Mono<Boolean> isOpen(Errand errand) {
        return standings
                .of(errand.community(), errand.to())
                .flatMap(standing ->
                        standing.closed(errand.way(), clock.instant()).isPresent()
                                ? Mono.just(false)
                                : Flux.fromIterable(errand.allowances())
                                        .concatMap(it -> isOpen(errand, standing, it))
                                        .all(open -> open));
    }

    private Mono<Boolean> isOpen(Errand errand, Standing standing, Allowance allowance) {
        return switch (allowance) {
            case Window window ->
                Flux.fromIterable(standing.open(errand.community(), window, clock.instant()))
                        .concatMap(counters::isLeft)
                        .any(left -> left);
            case Grant grant -> grants.isLeft(new Granted(errand.community(), grant));
            case Quota _, Rate _ -> Mono.just(true);
        };
    }

    /// The message was not sent: somebody else may use what it drew. Its place in a rate is gone.
    public Mono<Void> giveBack(Given given) {
        return Flux.fromIterable(given.slots())
                .concatMap(counters::giveBack)
                .thenMany(Flux.fromIterable(given.grants()).concatMap(grants::giveBack))
                .then();
    }

    /// The platform did not take the message. What that says about the next ones is remembered.
    public Mono<Void> correct(Errand errand, SendFailure failure) {
        Mono<Void> permissions = failure.reason() == SendFailure.Reason.WINDOW_CLOSED
                ? Flux.fromIterable(errand.grants())
                        .concatMap(grant -> grants.forget(new Granted(errand.community(), grant)))
                        .then()
                : Mono.empty();
        return permissions.then(closings.close(errand, failure));
    }

    private Mono<Leave> draw(Errand errand, Standing standing, Duration patience, Given given, List<Allowance> rest) {
        return rest.isEmpty()
                ? Mono.just(given)
                : draw(errand, standing, patience, given, rest.getFirst()).flatMap(leave -> switch (leave) {
                    case Given more -> draw(errand, standing, patience, more, rest.subList(1, rest.size()));
                    case NotBefore _, AfterAnAct _ -> giveBack(given).thenReturn(leave);
                });
    }

    private Mono<Leave> draw(Errand errand, Standing standing, Duration patience, Given given, Allowance allowance) {
        return switch (allowance) {
            case Window window -> drawFirst(given, standing.open(errand.community(), window, clock.instant()));
            case Grant grant -> draw(given, new Granted(errand.community(), grant));
            case Quota quota -> draw(given, Slot.of(errand.community(), quota, clock.instant()));
            case Rate rate -> wait(errand, rate, given, patience);
        };
    }

    private Mono<Leave> drawFirst(Given given, List<Slot> open) {
        return Flux.fromIterable(open)
                .concatMap(slot -> counters.take(slot).filter(taken -> taken).map(_ -> (Leave) given.plus(slot)), 0)
                .next()
                .defaultIfEmpty(new AfterAnAct());
    }

    private Mono<Leave> draw(Given given, Granted grant) {
        return grants.take(grant).map(taken -> taken ? given.plus(grant) : new AfterAnAct());
    }

    private Mono<Leave> draw(Given given, Slot slot) {
        return counters.take(slot).map(taken -> taken ? given.plus(slot) : new NotBefore(slot.until()));
    }

    private Mono<Leave> wait(Errand errand, Rate rate, Given given, Duration patience) {
        return rates.take(errand.community(), rate).flatMap(wait -> {
            if (wait.isZero()) {
                return Mono.just(given);
            }
            return wait.compareTo(patience) > 0
                    ? Mono.just(new NotBefore(clock.instant().plus(wait)))
                    : Mono.delay(wait).then(Mono.defer(() -> wait(errand, rate, given, patience.minus(wait))));
        });
    }
}
