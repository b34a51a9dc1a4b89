package org.linli.channels.xmpp;

import java.util.Optional;
import org.jivesoftware.smack.StanzaListener;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jivesoftware.smackx.mam.element.MamElements.MamResultExtension;
import org.jivesoftware.smackx.muc.packet.GroupChatInvitation;
import org.jivesoftware.smackx.muc.packet.MUCUser;
import org.jivesoftware.smackx.sid.element.OriginIdElement;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

/// Hears everything on one connection, in order: answers to letters, who is in the rooms, and what is said.
///
/// Waits for nothing and writes nothing: what is said goes on to [KeepWhatIsSaid].
record Receive(Session session, WatchRooms watch) implements StanzaListener {

    @Override
    public void processStanza(Stanza stanza) {
        switch (stanza) {
            // whoever asks the archive gets its pages
            case Message page when page.hasExtension(MamResultExtension.QNAME) -> {}
            case Message message -> message(message);
            case Presence presence -> watch.presence(session, presence);
            case IQ iq -> answered(iq);
            default -> {}
        }
    }

    private void message(Message message) {
        var room = session.room(bare(message.getFrom()));
        if (message.getType() == Message.Type.error) {
            returned(message, room);
        } else if (isEcho(message, room)) {
            letterOf(message).ifPresent(letter -> session.answers().taken(letter, receipt(message, letter)));
        } else if (!watch.invited(session, invitedTo(message))) {
            var nick = message.getFrom() == null ? null : message.getFrom().getResourceOrNull();
            session.bring(new Said.Now(message, room == null ? null : room.behind(nick)));
        }
    }

    /// What comes back after the letter counted as taken is told as its fate.
    private void returned(Message message, @Nullable Room room) {
        var error = message.getError();
        if (room != null && error != null && error.getCondition() == Condition.not_acceptable) {
            watch.left(session, room, "not in it any more");
        }
        var why = Refused.because(error);
        String letter = message.getStanzaId();
        if (letter == null || !session.answers().refused(letter, why)) {
            session.bring(new Said.Now(message, null));
        }
    }

    /// A server works on what we send in order (RFC 6120, 10.1): whatever it answers, it has taken the letter before.
    private void answered(IQ iq) {
        if (iq.getStanzaId() != null && !iq.isRequestIQ()) {
            String letter = LetterId.before(iq.getStanzaId());
            session.answers().taken(letter, letter);
        }
    }

    private static boolean isEcho(Message message, @Nullable Room room) {
        return room != null
                && message.getType() == Message.Type.groupchat
                && room.isOurs(message.getFrom().getResourceOrNull());
    }

    private static Optional<String> letterOf(Message echo) {
        var origin = echo.getExtension(OriginIdElement.class);
        return Optional.ofNullable(echo.getStanzaId())
                .filter(LetterId::isOurs)
                .or(() -> Optional.ofNullable(origin).map(OriginIdElement::getId));
    }

    private static String receipt(Message echo, String letter) {
        return StableId.inArchive(echo, echo.getFrom().asEntityBareJidIfPossible())
                .orElse(letter);
    }

    /// XEP-0045 by the room, XEP-0249 by a person. `null` where it is no invitation.
    private static @Nullable Jid invitedTo(Message message) {
        var details = MUCUser.from(message);
        if (details != null && details.getInvite() != null) {
            return message.getFrom();
        }
        var direct = message.getExtension(GroupChatInvitation.class);
        return direct == null ? null : JidCreate.fromOrNull(direct.getRoomAddress());
    }

    private static @Nullable BareJid bare(@Nullable Jid from) {
        return from == null ? null : from.asBareJid();
    }
}
