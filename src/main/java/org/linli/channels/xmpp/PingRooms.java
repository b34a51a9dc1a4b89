package org.linli.channels.xmpp;

import java.time.Duration;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Asks each room now and then whether we are still in it (XEP-0410): a room's server may restart and forget us while
/// our own connection stays, and then nobody tells.
@Component
class PingRooms {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final WatchRooms watch;

    PingRooms(WatchRooms watch) {
        this.watch = watch;
    }

    /// Completes when the session has ended.
    Mono<Void> of(Session session) {
        return Flux.interval(PAUSE)
                .onBackpressureDrop()
                .concatMap(_ -> round(session), 0)
                .takeUntilOther(session.ended())
                .then();
    }

    /// Every room once. Never an error.
    Mono<Void> round(Session session) {
        return Flux.fromIterable(session.rooms())
                .filter(Room::isEntered)
                .concatMap(room -> Mono.justOrEmpty(room.nick())
                        .flatMap(nick -> Mono.<Void>fromCallable(() -> ping(session, room, nick))
                                .subscribeOn(Schedulers.boundedElastic()))
                        .onErrorResume(
                                XMPPErrorException.class,
                                error -> Mono.fromRunnable(() -> answered(session, room, error)))
                        // no answer: of the connection's own heartbeat, not of the room
                        .onErrorComplete())
                .then();
    }

    private static Void ping(Session session, Room room, Resourcepart nick) throws Exception {
        session.connection().sendIqRequestAndWaitForResponse(new Ping(JidCreate.fullFrom(room.address(), nick)));
        return null;
    }

    private void answered(Session session, Room room, XMPPErrorException error) {
        Condition condition = error.getStanzaError().getCondition();
        if (saysThatWeAreOut(condition)) {
            watch.left(session, room, "forgotten: " + condition);
        }
    }

    /// XEP-0410, 3.3: our own client does not answer pings, or has another nickname by now; or the room cannot be
    /// asked.
    static boolean saysThatWeAreOut(Condition condition) {
        return switch (condition) {
            case service_unavailable,
                    feature_not_implemented,
                    item_not_found,
                    remote_server_not_found,
                    remote_server_timeout -> false;
            default -> true;
        };
    }
}
