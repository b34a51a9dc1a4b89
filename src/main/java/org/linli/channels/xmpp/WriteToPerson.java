package org.linli.channels.xmpp;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smackx.muc.packet.MUCUser;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jivesoftware.smackx.receipts.DeliveryReceiptRequest;
import org.jivesoftware.smackx.sid.element.OriginIdElement;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import reactor.core.publisher.Mono;

/// Writes to one person, by their own address or by their nickname in a room. It is taken when the server has answered
/// what was asked behind it; that it arrived, the person's client may tell later (XEP-0184).
record WriteToPerson(Words words) {

    /// Never empty. Signals [SendFailure] and no other error.
    Mono<Receipt> send(Session session, Outbound letter) {
        EntityJid to = JidCreate.entityFromOrNull(letter.to().id());
        if (to == null) {
            return Mono.error(() -> new SendFailure(MISCONFIGURED, "no address of a person"));
        }
        String id = LetterId.of(letter.key());
        Message message = message(session, letter, to, id);
        var question = new Ping(session.account().address().asDomainBareJid());
        question.setStanzaId(LetterId.behind(id));
        return session.answers().to(id, () -> session.send(message) && session.send(question));
    }

    private Message message(Session session, Outbound letter, Jid to, String id) {
        var message = StanzaBuilder.buildMessage(id)
                .ofType(Message.Type.chat)
                .to(to)
                .setBody(words.withChoices(letter.text(), letter.choices()))
                .addExtension(new OriginIdElement(id))
                .addExtension(new DeliveryReceiptRequest());
        @Nullable Room room = session.room(to.asBareJid());
        return room == null
                ? message.build()
                : message.addExtension(new MUCUser()).build();
    }
}
