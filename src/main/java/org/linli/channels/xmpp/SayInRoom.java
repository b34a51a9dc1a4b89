package org.linli.channels.xmpp;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smackx.sid.element.OriginIdElement;
import org.jxmpp.jid.impl.JidCreate;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import reactor.core.publisher.Mono;

/// Says something to everybody in a room. It was said when the room says it to us too.
record SayInRoom(Words words) {

    /// Never empty. Signals [SendFailure] and no other error.
    Mono<Receipt> send(Session session, Outbound letter) {
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
                .setBody(words.withChoices(letter.text(), letter.choices()))
                .addExtension(new OriginIdElement(id))
                .build();
        return session.answers().to(id, () -> session.send(said));
    }
}
