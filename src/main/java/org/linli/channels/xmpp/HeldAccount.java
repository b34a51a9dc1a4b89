package org.linli.channels.xmpp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One account as this replica has it: whose turn it is, and the connection if there is one.
final class HeldAccount {

    /// With the pauses between them, two minutes.
    private static final int ALARMING = 7;

    private final XmppAccount account;
    private @Nullable Long fence;
    private @Nullable Session session;
    private boolean busy;
    private boolean leaving;
    private int failures;
    private boolean alarmed;
    private Instant nextTry = Instant.MIN;
    private String trouble = "";

    HeldAccount(XmppAccount account) {
        this.account = account;
    }

    XmppAccount account() {
        return account;
    }

    synchronized boolean isHeld() {
        return fence != null;
    }

    /// `null` while there is none.
    synchronized @Nullable Session session() {
        return session != null && session.isOpen() ? session : null;
    }

    /// What keeps it from being connected; empty where nothing does.
    synchronized String trouble() {
        return trouble;
    }

    /// @param fence `null`: another replica has it, or we let go of it
    void lease(@Nullable Long fence) {
        Session old;
        Long now;
        String why;
        synchronized (this) {
            why = leaving ? "the account was changed or removed" : "the lease is lost";
            now = leaving ? null : fence;
            this.fence = now;
            old = session;
        }
        if (old != null && (now == null || old.fence() != now)) {
            old.end(why);
        }
    }

    /// The account was changed or removed: it is connected no more.
    void leave() {
        synchronized (this) {
            leaving = true;
        }
        lease(null);
    }

    synchronized boolean isLeaving() {
        return leaving;
    }

    /// Whether nothing of it goes on here any more.
    synchronized boolean hasLeft() {
        return leaving && !busy;
    }

    /// @return the fence under which to connect now; `null` when it is not the time
    synchronized @Nullable Long begin(Instant now) {
        if (fence == null || busy || nextTry.isAfter(now)) {
            return null;
        }
        busy = true;
        return fence;
    }

    void connected(Session session) {
        synchronized (this) {
            this.session = session;
            failures = 0;
            trouble = "";
            alarmed = false;
        }
        if (!isHeld()) {
            session.end("the lease is lost");
        }
    }

    /// Whether it has failed for so long that somebody has to look: true once in an outage.
    synchronized boolean alarms() {
        boolean news = failures >= ALARMING && !alarmed;
        alarmed |= news;
        return news;
    }

    /// Rests so long: the server refused the password.
    synchronized void refused(Instant until, String why) {
        over(until, why);
        nextTry = until;
    }

    /// @param why `null` where it had been connected
    synchronized void over(Instant now, @Nullable String why) {
        session = null;
        busy = false;
        trouble = why == null ? "disconnected" : why;
        nextTry = now.plus(Room.pause(failures++));
    }
}
