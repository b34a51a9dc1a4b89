package org.linli.channels.xmpp;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import java.util.List;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smackx.sid.element.OriginIdElement;
import org.jxmpp.jid.impl.JidCreate;
import org.linli.channels.Allowance;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.Way;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Says something to everybody in a room. It was said when the room says it to us too.
@Component
class SayInRoom implements Way {

    private final HoldAccounts accounts;
    private final NoteXmpp notes;
    private final Words words = Words.read();

    SayInRoom(HoldAccounts accounts, NoteXmpp notes) {
        this.accounts = accounts;
        this.notes = notes;
    }

    @Override
    public String id() {
        return "xmpp.room";
    }

    @Override
    public ChannelId channel() {
        return Translate.XMPP;
    }

    @Override
    public Limits limits() {
        return XmppChannel.LIMITS;
    }

    @Override
    public boolean carries(Outbound letter) {
        return letter.to().isGroup();
    }

    /// An open server counts nothing.
    @Override
    public List<Allowance> allowances(Outbound letter) {
        return List.of();
    }

    @Override
    public Look look(Outbound letter) {
        return new Look(words.withChoices(letter.text(), letter.choices()), List.of());
    }

    @Override
    public Mono<Receipt> send(Outbound letter) {
        return Mono.defer(() -> say(accounts.sending(letter), letter));
    }

    private Mono<Receipt> say(Session session, Outbound letter) {
        var room = session.room(JidCreate.bareFromOrNull(letter.to().id()));
        if (room == null) {
            return Mono.error(() -> new SendFailure(MISCONFIGURED, "no room of this account"));
        }
        if (!room.isEntered()) {
            return Mono.error(() -> new SendFailure(UNREACHABLE, "not in the room: " + room.trouble()));
        }
        String id = LetterId.of(letter.key());
        Message said = StanzaBuilder.buildMessage(id)
                .ofType(Message.Type.groupchat)
                .to(room.address())
                .setBody(look(letter).text())
                .addExtension(new OriginIdElement(id))
                .build();
        return notes.asked(session.account(), "say-in-room", session.answers().to(id, () -> session.send(said)));
    }
}
