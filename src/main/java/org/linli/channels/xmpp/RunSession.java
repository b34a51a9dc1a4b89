package org.linli.channels.xmpp;

import java.time.Clock;
import java.time.Duration;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.linli.channels.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// One connection of one account, from the attempt to its end.
@Component
class RunSession {

    private static final Logger LOG = LoggerFactory.getLogger(RunSession.class);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final OpenSession open;
    private final EnterRooms rooms;
    private final PingRooms pings;
    private final KeepWhatIsSaid keep;
    private final NoteXmpp notes;
    private final Clock clock;
    private final Refusals refusals = new Refusals();

    RunSession(OpenSession open, EnterRooms rooms, PingRooms pings, KeepWhatIsSaid keep, NoteXmpp notes, Clock clock) {
        this.open = open;
        this.rooms = rooms;
        this.pings = pings;
        this.keep = keep;
        this.notes = notes;
        this.clock = clock;
    }

    /// Completes when it is over, however it went; never an error.
    Mono<Void> of(HeldAccount account, long fence) {
        return Mono.usingWhen(
                        notes.asked(account.account(), "connect", open.to(account.account(), fence)),
                        session -> live(account, session),
                        session -> Mono.fromRunnable(session::close).subscribeOn(Schedulers.boundedElastic()))
                .then(Mono.<Void>fromRunnable(() -> account.over(clock.instant(), null)))
                .onErrorResume(error -> Mono.fromRunnable(() -> failed(account, error)));
    }

    private Mono<Void> live(HeldAccount account, Session session) {
        LOG.info("XMPP account '{}' is connected", account.account().id());
        account.connected(session);
        return Mono.when(
                        keep.of(session).doOnError(_ -> session.end("cannot keep")),
                        rooms.of(session),
                        pings.of(session),
                        heartbeat(session))
                .then(session.ended())
                .doOnNext(why -> disconnected(account.account(), why))
                .then();
    }

    private void disconnected(XmppAccount account, String why) {
        notes.failed(account, "disconnect", why);
        LOG.warn("XMPP account '{}' is disconnected ({})", account.id(), why);
    }

    /// A connection can die without a word.
    private static Mono<Void> heartbeat(Session session) {
        return Flux.interval(SILENCE)
                .onBackpressureDrop()
                .concatMap(_ -> Mono.fromCallable(() -> isAnswered(session))
                        .subscribeOn(Schedulers.boundedElastic())
                        .onErrorResume(_ -> Mono.fromRunnable(() -> session.end("the server is silent"))))
                .takeUntilOther(session.ended())
                .then();
    }

    private static boolean isAnswered(Session session) throws Exception {
        IQ ping = new Ping(session.account().address().asDomainBareJid());
        session.connection().sendIqRequestAndWaitForResponse(ping);
        return true;
    }

    private void failed(HeldAccount account, Throwable error) {
        String why = Trouble.named(error);
        if (error instanceof SASLErrorException) {
            refused(account, why);
            return;
        }
        account.over(clock.instant(), why);
        LOG.warn(
                "XMPP account '{}' is not connected ({}), trying again",
                account.account().id(),
                why);
        if (account.alarms()) {
            LOG.error(
                    "XMPP account '{}' stays disconnected ({}): somebody has to look, its letters wait",
                    account.account().id(),
                    why);
        }
    }

    private void refused(HeldAccount account, String why) {
        String id = account.account().id();
        Duration pause = refusals.refused(id, clock.instant());
        account.refused(clock.instant().plus(pause), why);
        LOG.error(
                "XMPP account '{}' is refused by its server ({}) until its jid or password is corrected, next try in {} min",
                id,
                why,
                pause.toMinutes());
    }
}
