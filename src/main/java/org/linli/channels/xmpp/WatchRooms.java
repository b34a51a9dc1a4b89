package org.linli.channels.xmpp;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smackx.muc.packet.MUCUser;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.parts.Resourcepart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Follows who is in the rooms, and notices when we are not any more: XEP-0045, 7 to 10.
@Component
class WatchRooms {

    private static final Logger LOG = LoggerFactory.getLogger(WatchRooms.class);

    private final MeterRegistry meters;
    private final Clock clock;

    WatchRooms(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    void presence(Session session, Presence presence) {
        var from = presence.getFrom();
        var room = from == null ? null : session.room(from.asBareJid());
        if (room == null || from.getResourceOrNull() == null) {
            return;
        }
        var details = MUCUser.from(presence);
        switch (presence.getType()) {
            case available -> came(session, room, presence, details);
            case unavailable -> went(session, room, from.getResourceOrNull(), details);
            default -> {}
        }
    }

    /// We are not in the room: tells it once and sees to it that the room is entered again. Whoever goes away himself
    /// leaves too, and that is no news.
    void left(Session session, Room room, String why) {
        if (!session.isOpen()) {
            return;
        }
        boolean news = room.left(why, clock.instant());
        session.bring(new Said.Missed(room.address()));
        if (news) {
            meters.counter("linli.xmpp.rooms.left", "account", session.account().id(), "why", why)
                    .increment();
            LOG.error(
                    "XMPP account '{}' is not in the room {} ({}); tries again by itself, letters to it wait",
                    session.account().id(),
                    room.address(),
                    why);
        }
    }

    /// Only into configured rooms, and those are entered anyway: an invitation saves waiting.
    ///
    /// @param to `null` where nobody invites
    /// @return whether it was an invitation
    boolean invited(Session session, @Nullable Jid to) {
        if (to == null) {
            return false;
        }
        var room = session.room(to.asBareJid());
        if (room == null) {
            LOG.info(
                    "XMPP account '{}' was invited into a room that is not configured: stays out",
                    session.account().id());
        } else {
            room.invited();
        }
        return true;
    }

    /// Who is in it before we are was there before us: of them nobody is told that they came.
    private void came(Session session, Room room, Presence presence, @Nullable MUCUser details) {
        if (details == null) {
            return;
        }
        Resourcepart nick = presence.getFrom().getResourceOrNull();
        if (details.getStatus().contains(MUCUser.Status.PRESENCE_TO_SELF_110)) {
            room.entered(nick);
            session.bring(new Said.Entered(room.address(), Occupant.idIn(presence)));
        }
        var item = details.getItem();
        var real = item == null || item.getJid() == null ? null : item.getJid().asBareJid();
        var who = new Occupant(real, Occupant.idIn(presence));
        if (room.came(nick, who) && room.isEntered() && !room.isOurs(nick)) {
            session.bring(new Said.Moved(room.address(), nick, who, true, clock.instant()));
        }
    }

    private void went(Session session, Room room, Resourcepart nick, @Nullable MUCUser details) {
        var who = room.went(nick);
        var codes = codes(details);
        var item = details == null ? null : details.getItem();
        Resourcepart renamed = codes.contains(303) && item != null ? item.getNick() : null;
        if (room.isOurs(nick)) {
            weWent(session, room, renamed, details, codes);
        } else if (who != null && renamed != null) {
            room.came(renamed, who); // their presence under the new name follows, and is no coming
        } else if (who != null && room.isEntered()) {
            session.bring(new Said.Moved(room.address(), nick, who, false, clock.instant()));
        }
    }

    private void weWent(
            Session session, Room room, @Nullable Resourcepart renamed, @Nullable MUCUser details, Set<Integer> codes) {
        if (renamed != null) {
            room.entered(renamed);
        } else {
            left(session, room, details != null && details.getDestroy() != null ? "destroyed" : why(codes));
        }
    }

    private static Set<Integer> codes(@Nullable MUCUser details) {
        return details == null
                ? Set.of()
                : details.getStatus().stream().map(MUCUser.Status::getCode).collect(Collectors.toSet());
    }

    private static String why(Set<Integer> codes) {
        if (codes.contains(301)) {
            return "banned";
        }
        if (codes.contains(307)) {
            return "kicked";
        }
        if (codes.contains(321) || codes.contains(322)) {
            return "no member any more";
        }
        return codes.contains(332) ? "the rooms shut down" : "left";
    }
}
