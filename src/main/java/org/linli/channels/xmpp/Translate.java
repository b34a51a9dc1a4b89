package org.linli.channels.xmpp;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jivesoftware.smackx.muc.packet.MUCUser;
import org.jivesoftware.smackx.receipts.DeliveryReceipt;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.Content;
import org.linli.channels.Inbound;

/// Turns what the server hands us into what somebody said. Pure.
///
/// A person is found by their own address where the server shows it, otherwise by their nickname within the room.
record Translate(XmppAccount account) {

    static final ChannelId XMPP = new ChannelId("xmpp");

    /// Said just now, or stored by the server while we were away.
    ///
    /// Empty where nobody says anything to us: "is typing", a room's history.
    ///
    /// @param real who is behind a nickname; `null` where the room hides it
    Optional<Inbound> live(Message message, @Nullable BareJid real, Instant now) {
        var archive = archiveOf(message);
        var delay = DelayInformation.from(message);
        if (archive.isEmpty() || isHistory(message, delay)) {
            return Optional.empty();
        }
        Instant sentAt = delay == null ? now : delay.getStamp().toInstant();
        return said(message, StableId.of(message, archive.get(), sentAt), sentAt, real);
    }

    /// Said earlier. Who was behind a nickname then, only the archive knows.
    ///
    /// @param id the archive's own
    Optional<Inbound> archived(Message message, EntityBareJid archive, String id, Instant stamp) {
        if (!archiveOf(message).filter(archive::equals).isPresent() || isOwn(message)) {
            return Optional.empty();
        }
        return said(message, LetterId.inArchive(archive, id), stamp, realIn(message));
    }

    /// Somebody came into a room or went out of it.
    Inbound moved(Said.Moved moved) {
        var from = JidCreate.fullFrom(moved.room(), moved.nick());
        String id =
                "%s-%d-%s".formatted(moved.there() ? "came" : "went", moved.at().toEpochMilli(), moved.nick());
        return new Inbound(
                account.communityId(),
                LetterId.inArchive(moved.room(), id),
                person(from, moved.who().real()),
                Address.group(XMPP, account.id(), moved.room().toString()),
                false,
                moved.there() ? new Content.Followed(null) : new Content.Left(),
                moved.at());
    }

    /// Where the server keeps such a message: in the room's archive, or in ours. Empty where it is not for us.
    Optional<EntityBareJid> archiveOf(Message message) {
        Jid from = message.getFrom();
        if (from == null || from.asEntityBareJidIfPossible() == null) {
            return Optional.empty();
        }
        return switch (message.getType()) {
            case groupchat -> Optional.of(from.asEntityBareJidIfPossible()).filter(this::isOurRoom);
            case chat, normal ->
                from.asBareJid().equals(account.address()) ? Optional.empty() : Optional.of(account.address());
            case headline, error -> Optional.empty();
        };
    }

    /// What became of a letter, told after it was taken: that it arrived (XEP-0184), or came back. Empty otherwise.
    Optional<Inbound> report(Message message, Instant now) {
        if (message.getFrom() == null) {
            return Optional.empty();
        }
        if (message.getType() == Message.Type.error) {
            var error = message.getError();
            String why = error == null ? "" : error.getCondition().toString();
            return reported(message, message.getStanzaId(), false, why, now);
        }
        var receipt = DeliveryReceipt.from(message);
        return receipt == null ? Optional.empty() : reported(message, receipt.getId(), true, "", now);
    }

    boolean isOurRoom(@Nullable BareJid room) {
        return room != null && account.rooms().contains(room.toString());
    }

    private Optional<Inbound> reported(
            Message message, @Nullable String letter, boolean arrived, String why, Instant now) {
        if (letter == null || !LetterId.isOurs(letter)) {
            return Optional.empty();
        }
        String id = (arrived ? "arrived-" : "returned-") + letter;
        var content = new Content.Delivered(letter, arrived, why);
        return Optional.of(
                new Inbound(account.communityId(), id, person(message.getFrom(), null), null, true, content, now));
    }

    private Optional<Inbound> said(Message message, String id, Instant sentAt, @Nullable BareJid real) {
        boolean inRoom = message.getType() == Message.Type.groupchat;
        Jid from = message.getFrom();
        if (inRoom && from.getResourceOrNull() == null) {
            return Optional.empty();
        }
        var room = inRoom ? Address.group(XMPP, account.id(), from.asBareJid().toString()) : null;
        return new ReadContent(account.uploadHosts())
                .of(message)
                .map(content -> new Inbound(
                        account.communityId(),
                        id,
                        person(from, real),
                        room,
                        !inRoom || isMentioned(content),
                        content,
                        sentAt,
                        ReadQuote.of(message, inRoom ? from.asBareJid() : account.address())
                                .orElse(null)));
    }

    private Address person(Jid from, @Nullable BareJid real) {
        boolean byNick = real == null && isOurRoom(from.asBareJid());
        Jid id = real != null ? real : byNick ? from : from.asBareJid();
        return Address.person(XMPP, account.id(), id.toString());
    }

    /// By `@nickname` anywhere, or the nickname in front, as clients write it for who clicks on a name.
    private boolean isMentioned(Content content) {
        String nick = Pattern.quote(account.nickname());
        return content instanceof Content.Text words
                && Pattern.compile("[@＠]" + nick + "|^\\s*" + nick + "\\s*(?:[:：,，]|\\s|$)")
                        .matcher(words.text())
                        .find();
    }

    /// What a room repeats for who enters, its archive has too, in its place.
    private static boolean isHistory(Message message, @Nullable DelayInformation delay) {
        return message.getType() == Message.Type.groupchat && delay != null;
    }

    private boolean isOwn(Message message) {
        var nick = message.getFrom().getResourceOrNull();
        return message.getType() == Message.Type.groupchat
                && account.nick().equals(nick)
                && LetterId.isOurs(message.getStanzaId());
    }

    private static @Nullable BareJid realIn(Message message) {
        var details = message.getType() == Message.Type.groupchat ? MUCUser.from(message) : null;
        var item = details == null ? null : details.getItem();
        return item == null || item.getJid() == null ? null : item.getJid().asBareJid();
    }
}
