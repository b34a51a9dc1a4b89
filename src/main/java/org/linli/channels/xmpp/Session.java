package org.linli.channels.xmpp;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jivesoftware.smack.ConnectionListener;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// One connection from its opening to its end. Never reopened: the next one is another session.
final class Session implements ConnectionListener {

    /// More than the inbox can be behind by; who is further behind starts anew and reads the archive.
    private static final int MOST_UNREAD = 10_000;

    private final XmppAccount account;
    private final long fence;
    private final XMPPTCPConnection connection;
    private final Answers answers;
    private final Map<EntityBareJid, Room> rooms = new ConcurrentHashMap<>();
    private final Sinks.Many<Said> said =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_UNREAD));
    private final Sinks.One<String> end = Sinks.one();
    private volatile boolean over;

    Session(XmppAccount account, long fence, XMPPTCPConnection connection, Answers answers) {
        this.account = account;
        this.fence = fence;
        this.connection = connection;
        this.answers = answers;
        account.roomAddresses().forEach(it -> rooms.put(it, new Room(it)));
    }

    XmppAccount account() {
        return account;
    }

    /// Of the lease under which it was opened.
    long fence() {
        return fence;
    }

    XMPPTCPConnection connection() {
        return connection;
    }

    Answers answers() {
        return answers;
    }

    Collection<Room> rooms() {
        return rooms.values();
    }

    /// `null` where it is none of the configured ones.
    @Nullable
    Room room(@Nullable BareJid address) {
        return address == null ? null : rooms.get(address.asEntityBareJidIfPossible());
    }

    /// What was said, to be listened to once. Completes with the connection, after what came before its end.
    Flux<Said> said() {
        return said.asFlux();
    }

    /// Why it ended; never an error.
    Mono<String> ended() {
        return end.asMono();
    }

    synchronized void bring(Said what) {
        if (said.tryEmitNext(what) == Sinks.EmitResult.FAIL_OVERFLOW) {
            end("too much unread");
        }
    }

    /// Blocks while much is on its way. Throws where nothing was sent.
    ///
    /// @return true
    boolean send(Stanza stanza) throws Exception {
        connection.sendStanza(stanza);
        return true;
    }

    boolean isOpen() {
        return !over;
    }

    /// Also when it has ended already.
    synchronized void end(String why) {
        if (end.tryEmitValue(why).isSuccess()) {
            over = true;
            answers.broken();
            said.tryEmitComplete();
        }
    }

    /// Blocks for a moment.
    void close() {
        end("closed");
        connection.disconnect();
    }

    @Override
    public void connectionClosed() {
        end("the server closed it");
    }

    @Override
    public void connectionClosedOnError(Exception error) {
        end(Trouble.named(error));
    }
}
