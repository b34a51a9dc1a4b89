package org.linli.channels.xmpp;

import java.time.Clock;
import java.time.Duration;
import org.jivesoftware.smack.StanzaCollector;
import org.jivesoftware.smack.filter.StanzaFilter;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jivesoftware.smackx.muc.packet.MUCInitialPresence;
import org.jivesoftware.smackx.muc.packet.MUCUser;
import org.jxmpp.jid.impl.JidCreate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Enters the configured rooms and enters them again, resting longer from failure to failure.
@Component
class EnterRooms {

    private static final Logger LOG = LoggerFactory.getLogger(EnterRooms.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int UNLIMITED = -1;

    private final WatchRooms watch;
    private final NoteXmpp notes;
    private final Clock clock;

    EnterRooms(WatchRooms watch, NoteXmpp notes, Clock clock) {
        this.watch = watch;
        this.notes = notes;
        this.clock = clock;
    }

    /// Completes when the session has ended.
    Mono<Void> of(Session session) {
        return Flux.interval(Duration.ZERO, LOOK)
                .onBackpressureDrop()
                .concatMap(_ -> enterWhatIsDue(session), 0)
                .takeUntilOther(session.ended())
                .then();
    }

    private Flux<Void> enterWhatIsDue(Session session) {
        return Flux.fromIterable(session.rooms())
                .filter(room -> room.isDue(clock.instant()))
                .concatMap(room -> notes.asked(
                                session.account(),
                                "enter-room",
                                Mono.<Void>fromCallable(() -> enter(session, room))
                                        .subscribeOn(Schedulers.boundedElastic()))
                        .onErrorResume(
                                error -> Mono.fromRunnable(() -> watch.left(session, room, Trouble.named(error)))));
    }

    private Void enter(Session session, Room room) throws Exception {
        session.bring(new Said.Missed(room.address()));
        mustExist(session, room);
        var there = JidCreate.fullFrom(room.address(), session.account().nick());
        Presence asking = StanzaBuilder.buildPresence()
                .to(there)
                .addExtension(new MUCInitialPresence(null, UNLIMITED, 0, UNLIMITED, null))
                .build();
        StanzaFilter answer = stanza -> stanza instanceof Presence presence
                && presence.getFrom() != null
                && room.address().equals(presence.getFrom().asBareJid())
                && (presence.getType() == Presence.Type.error || isAboutUs(presence));
        try (StanzaCollector answers = session.connection().createStanzaCollectorAndSend(answer, asking)) {
            answers.nextResultOrThrow();
        }
        session.bring(new Said.Look(room.address()));
        LOG.info("XMPP account '{}' is in the room {}", session.account().id(), room.address());
        return null;
    }

    /// Whoever enters a room that does not exist creates it, and then sits in it alone.
    private static void mustExist(Session session, Room room) throws Exception {
        ServiceDiscoveryManager.getInstanceFor(session.connection()).discoverInfo(room.address());
    }

    private static boolean isAboutUs(Presence presence) {
        var details = MUCUser.from(presence);
        return details != null && details.getStatus().contains(MUCUser.Status.PRESENCE_TO_SELF_110);
    }
}
