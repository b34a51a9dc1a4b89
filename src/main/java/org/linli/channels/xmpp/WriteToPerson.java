package org.linli.channels.xmpp;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;
import static org.linli.channels.SendFailure.Reason.WINDOW_CLOSED;

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
    private final KnowNicknames nicknames;
    private final KnowOccupants occupants;
    private final NoteXmpp notes;
    private final Words words = Words.read();

    WriteToPerson(HoldAccounts accounts, KnowNicknames nicknames, KnowOccupants occupants, NoteXmpp notes) {
        this.accounts = accounts;
        this.nicknames = nicknames;
        this.occupants = occupants;
        this.notes = notes;
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
    public Look look(Outbound letter) {
        return new Look(words.withChoices(letter.text(), letter.choices()), List.of());
    }

    @Override
    public Mono<Receipt> send(Outbound letter) {
        return Mono.defer(() -> write(accounts.sending(letter), letter));
    }

    private Mono<Receipt> write(Session session, Outbound letter) {
        EntityJid to = JidCreate.entityFromOrNull(Nickname.plain(letter.to().id()));
        if (to == null) {
            return Mono.error(() -> new SendFailure(MISCONFIGURED, "no address of a person"));
        }
        return whereNow(session, to, letter.to().id())
                .flatMap(now -> notes.asked(session.account(), "write", written(session, letter, now)));
    }

    /// Under the nickname that they have by now; never empty.
    private Mono<EntityJid> whereNow(Session session, EntityJid to, String address) {
        var room = session.room(to.asBareJid());
        return room == null
                ? Mono.just(to)
                : occupants
                        .occupant(session.account(), address)
                        .onErrorMap(WriteToPerson::away)
                        .flatMap(occupant -> Mono.justOrEmpty(room.nickOf(occupant)))
                        .<EntityJid>map(nick -> JidCreate.entityFullFrom(room.address(), nick))
                        .switchIfEmpty(Mono.defer(
                                () -> stillTheirs(session, to, address).thenReturn(to)));
    }

    private static SendFailure away(Throwable error) {
        return new SendFailure(UNREACHABLE, error.getClass().getSimpleName());
    }

    /// Whoever has somebody else's nickname by now reads nothing that is for them; it waits until they say something.
    private Mono<Void> stillTheirs(Session session, EntityJid to, String address) {
        var room = session.room(to.asBareJid());
        var now = room == null ? null : room.occupant(to.getResourceOrNull());
        return now == null || now.id().isEmpty()
                ? Mono.empty()
                : nicknames
                        .firstOf(session.account(), Nickname.plain(address))
                        .defaultIfEmpty("")
                        .onErrorMap(WriteToPerson::away)
                        .filter(first -> !Nickname.isOf(address, now.id(), first))
                        .flatMap(_ -> Mono.error(
                                () -> new SendFailure(WINDOW_CLOSED, "the nickname is somebody else's by now")));
    }

    private Mono<Receipt> written(Session session, Outbound letter, EntityJid to) {
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
                .setBody(look(letter).text())
                .addExtension(new OriginIdElement(id))
                .addExtension(new DeliveryReceiptRequest());
        return session.room(to.asBareJid()) == null
                ? message.build()
                : message.addExtension(new MUCUser()).build();
    }
}
