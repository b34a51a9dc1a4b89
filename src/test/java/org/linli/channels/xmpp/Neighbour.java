package org.linli.channels.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smackx.muc.MultiUserChat;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.jivesoftware.smackx.receipts.DeliveryReceiptManager;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

/// A resident with a client of their own.
final class Neighbour implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(20);

    final List<Message> heard = new CopyOnWriteArrayList<>();
    final XMPPTCPConnection connection;
    private final String name;

    Neighbour(Prosody server, String name) throws Exception {
        this.name = name;
        connection = new XMPPTCPConnection(XMPPTCPConnectionConfiguration.builder()
                .setXmppDomain(Prosody.DOMAIN)
                .setHost("127.0.0.1")
                .setPort(server.port())
                .setSecurityMode(SecurityMode.disabled)
                .setUsernameAndPassword(name, Prosody.PASSWORD)
                .setResource("phone")
                .build());
        connection.setUseStreamManagement(false);
        connection.addSyncStanzaListener(
                it -> {
                    if (it instanceof Message message && message.getBody() != null) {
                        heard.add(message);
                    }
                },
                it -> it instanceof Message);
        connection.connect().login();
        DeliveryReceiptManager.getInstanceFor(connection)
                .setAutoReceiptMode(DeliveryReceiptManager.AutoReceiptMode.always);
    }

    /// Whoever comes first makes the room.
    MultiUserChat enter(String room) throws Exception {
        return enter(room, name);
    }

    MultiUserChat enter(String room, String nick) throws Exception {
        var chat = MultiUserChatManager.getInstanceFor(connection)
                .getMultiUserChat(JidCreate.entityBareFrom(room + "@" + Prosody.ROOMS));
        chat.join(chat.getEnterConfigurationBuilder(Resourcepart.from(nick))
                .requestNoHistory()
                .build());
        return chat;
    }

    /// Takes another nickname in a room.
    void rename(String room, String nick) throws Exception {
        connection.sendStanza(StanzaBuilder.buildPresence()
                .ofType(Presence.Type.available)
                .to(room + "@" + Prosody.ROOMS + "/" + nick)
                .build());
    }

    void say(String room, String words) throws Exception {
        send(StanzaBuilder.buildMessage("said-" + heard.size() + "-" + words.hashCode())
                .ofType(Message.Type.groupchat)
                .to(room + "@" + Prosody.ROOMS)
                .setBody(words)
                .build());
    }

    /// A picture without words, which lies where the server keeps uploads.
    void show(String room, String link) throws Exception {
        send(StanzaBuilder.buildMessage("showed-" + link.hashCode())
                .ofType(Message.Type.groupchat)
                .to(room + "@" + Prosody.ROOMS)
                .setBody(link)
                .addExtension(StandardExtensionElement.builder("x", "jabber:x:oob")
                        .addElement(StandardExtensionElement.builder("url", "jabber:x:oob")
                                .setText(link)
                                .build())
                        .build())
                .build());
    }

    void write(String to, String words) throws Exception {
        send(StanzaBuilder.buildMessage("wrote-" + words.hashCode())
                .ofType(Message.Type.chat)
                .to(to)
                .setBody(words)
                .build());
    }

    void send(Message message) throws Exception {
        connection.sendStanza(message);
    }

    /// Waits until somebody called `nick`, or an address that begins so, has said something with these words.
    Message hears(String from, String words) throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < end) {
            for (Message it : heard) {
                if (it.getFrom() != null
                        && it.getFrom().toString().contains(from)
                        && it.getBody().contains(words)) {
                    return it;
                }
            }
            Thread.sleep(30);
        }
        assertThat(heard.stream().map(Message::getBody))
                .as(name + " hears " + from)
                .anyMatch(it -> it.contains(words));
        throw new IllegalStateException("said by somebody else");
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
