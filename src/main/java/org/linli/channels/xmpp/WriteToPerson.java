package org.linli.channels.xmpp;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import java.util.List;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smackx.muc.packet.MUCUser;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jivesoftware.smackx.receipts.DeliveryReceiptRequest;
import org.jivesoftware.smackx.sid.element.OriginIdElement;
import org.jxmpp.jid.EntityJid;
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

/// Writes to one person, by their own address or by their nickname in a room. It is taken when the server has answered
/// what was asked behind it; that it arrived, the person's client may tell later (XEP-0184).
@Component
class WriteToPerson implements Way {

    private final HoldAccounts accounts;
    private final Words words = Words.read();

    WriteToPerson(HoldAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String id() {
        return "xmpp.person";
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
        return !letter.to().isGroup();
    }

    /// An open server counts nothing.
    @Override
    public List<Allowance> allowances(Outbound letter) {
        return List.of();
    }

    @Override
    public Mono<Receipt> send(Outbound letter) {
        return Mono.defer(() -> write(accounts.sending(letter), letter));
    }

    private Mono<Receipt> write(Session session, Outbound letter) {
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

    private Message message(Session session, Outbound letter, EntityJid to, String id) {
        var message = StanzaBuilder.buildMessage(id)
                .ofType(Message.Type.chat)
                .to(to)
                .setBody(words.withChoices(letter.text(), letter.choices()))
                .addExtension(new OriginIdElement(id))
                .addExtension(new DeliveryReceiptRequest());
        return session.room(to.asBareJid()) == null
                ? message.build()
                : message.addExtension(new MUCUser()).build();
    }
}
